import { readFileSync } from 'node:fs'
import { sql, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Lets entries of the audit log go that a signed statement names, and keeps these statements. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  const text = readFileSync(new URL('./20261120_000002_audit_retention.sql', import.meta.url), 'utf8')
  for (const statement of text.split('--> statement')) await db.execute(sql.raw(statement))
}

/** Forward only: restore a backup instead. */
export async function down(): Promise<void> {
  throw new Error('What was pruned cannot come back; restore a backup instead.')
}
