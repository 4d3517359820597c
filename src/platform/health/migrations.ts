import { readdir } from 'node:fs/promises'
import type { Payload } from 'payload'
import { poolOf } from '@/platform/db/pool'

/**
 * Names of the migrations this program brings along that the database has not had, and of those it had that the program
 * does not know; throws when it does not answer.
 */
export async function migrationsApart(payload: Payload): Promise<{ pending: string[]; unknown: string[] }> {
  const files = await readdir(payload.db.migrationDir)
  const names = new Set(files.filter((file) => /^\d.*\.(ts|js)$/.test(file)).map((file) => file.replace(/\.(ts|js)$/, '')))
  const { rows } = await poolOf(payload).query<{ name: string }>('select name from payload_migrations')
  const done = new Set(rows.map((row) => row.name))
  return { pending: [...names].filter((name) => !done.has(name)).sort(), unknown: [...done].filter((name) => !names.has(name)).sort() }
}
