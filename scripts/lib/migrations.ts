import { existsSync, readdirSync } from 'node:fs'

import { LATEST_SCHEMA_VERSION } from 'bullmq'
import type { Client } from 'pg'

import { withClient } from '../postgres/superuser'
import { inProject } from './root'

/** Names of the migrations in the project, oldest first. */
export function migrationNames(): string[] {
  const folder = inProject('migrations')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /\.(ts|js)$/.test(file) && !/^index\./.test(file))
    .map((file) => file.split('.')[0] ?? file)
    .sort()
}

/** What a database still lacks: names of migrations, and whether the tables of the queue must be brought up to date. */
export type Pending = { names: string[]; queue: boolean }

/** Compares the project with what the database says has run, without loading the application. */
export async function pendingMigrations(url: string): Promise<Pending> {
  return withClient(url, async (client) => {
    const done = await columnOf(client, 'public.payload_migrations', 'name')
    const versions = await columnOf(client, 'bullmq.migration', 'version')
    return {
      names: migrationNames().filter((name) => !done.includes(name)),
      queue: Math.max(0, ...versions.map(Number)) < LATEST_SCHEMA_VERSION,
    }
  })
}

async function columnOf(client: Client, table: string, column: string): Promise<string[]> {
  const { rows: found } = await client.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [
    table,
  ])
  if (!found[0]?.exists) return []
  const { rows } = await client.query<{ value: string }>(`select ${column}::text as value from ${table}`)
  return rows.map((row) => row.value)
}
