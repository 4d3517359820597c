import { readFileSync } from 'node:fs'
import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Counts open streams over all processes, and tells them when HQ changes from where its people may work. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  const text = readFileSync(new URL('./20261120_000003_streams.sql', import.meta.url), 'utf8')
  for (const statement of text.split('--> statement')) await db.execute(sql.raw(statement))
}

/** Forward only: restore a backup instead. */
export async function down(): Promise<void> {
  throw new Error('Migrations go forward only; restore a backup instead.')
}
