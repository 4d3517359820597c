import type { Pool } from 'pg'
import type { Finding } from '@/platform/doctor/check'

const PRESENT = `select conname as name from pg_constraint where connamespace = 'public'::regnamespace and convalidated
union select c.relname from pg_class c join pg_index i on i.indexrelid = c.oid where c.relnamespace = 'public'::regnamespace and i.indisvalid
union select t.tgname || ' on ' || c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and t.tgenabled in ('O', 'A')`

/** Whether the database still has every check, key, index and trigger the registry made; `statements` are its guards. */
export async function guardsPresent(pool: Pool, statements: readonly string[]): Promise<Finding> {
  const { rows } = await pool.query<{ name: string }>(PRESENT)
  const present = new Set(rows.map((row) => row.name))
  const missing = [...new Set(statements.flatMap(madeBy))].filter((name) => !present.has(name))
  return {
    id: 'Q101',
    says: 'The database has every guard of the registry.',
    offenders: missing.map((guard) => ({ guard })),
  }
}

function madeBy(statement: string): string[] {
  const trigger = /^create trigger "?(\w+)"? [\s\S]*? on "?(\w+)"?/.exec(statement)
  if (trigger) return [`${trigger[1]} on ${trigger[2]}`]
  const index = /^create (?:unique )?index "?(\w+)"?/.exec(statement)
  if (index?.[1]) return [index[1]]
  return [...statement.matchAll(/add constraint "?(\w+)"?/g)].flatMap((match) => (match[1] ? [match[1]] : []))
}
