import { readFileSync } from 'node:fs'
import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What the database itself refuses: checks, composite keys of tenancy, machine triggers, insert-only ledgers. The SQL
 * beside this file is generated from the registry (`npm run new guards 20261120_000001_guards`).
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  const text = readFileSync(new URL('./20261120_000001_guards.sql', import.meta.url), 'utf8')
  for (const statement of text.split('--> statement')) await db.execute(sql.raw(statement))
}

/** Forward only: restore a backup instead. */
export async function down(): Promise<void> {
  throw new Error('The guards cannot be taken down; restore a backup instead.')
}
