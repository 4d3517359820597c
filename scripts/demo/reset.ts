import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import pg from 'pg'
import { typescript } from '../lib/programs'

/** Empties the installation: tables and files are made anew. Ledgers refuse deletion, so the schema itself goes. */
export async function resetDatabase(): Promise<void> {
  const owner = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL
  if (!owner) throw new Error('There is no database to empty.')
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    await client.query('drop schema public cascade')
    await client.query('create schema public')
    await client.query('drop schema if exists bullmq cascade')
  } finally {
    await client.end()
  }
  rmSync(process.env.FILES_DIR ?? `${process.env.DATA_DIR ?? '.data'}/files`, { recursive: true, force: true })
  execFileSync(process.execPath, typescript('scripts/migrate.ts'), { stdio: 'inherit' })
}
