import { RowProblem, type Run } from '@/platform/import/step'
import { poolOf } from '@/platform/db/pool'
import { clientOf } from '@/platform/payload/transaction'

const kept = new WeakMap<Run['ids'], Map<string, Promise<Map<string, string>>>>()

/** The id a code of a table stands for in the importing organization; a sentence about the column when there is none. */
export async function codeOf(run: Run, what: { table: string; key: string; noun: string; where?: string; joins?: string }, code: string, column: string): Promise<string> {
  const known = await tableOf(run, what)
  const id = known.get(code.toLowerCase())
  if (!id) throw new RowProblem(column, `There is no ${what.noun} "${code}".`)
  return id
}

/** Codes of a table and their ids, read once per run; master data that an import only points to. */
function tableOf(run: Run, { table, key, where = 'true', joins = '' }: { table: string; key: string; where?: string; joins?: string }): Promise<Map<string, string>> {
  const tables = kept.get(run.ids) ?? new Map<string, Promise<Map<string, string>>>()
  kept.set(run.ids, tables)
  const name = `${table} ${key} ${where}`
  const read = tables.get(name) ?? readAll(run, `select lower(${key}) as key, t.id from "${table}" t ${joins} where t.organization_id = $1 and ${where}`)
  tables.set(name, read)
  return read
}

/** Natural keys and ids out of a statement whose only value is the importing organization. */
export async function readAll(run: Run, text: string): Promise<Map<string, string>> {
  const { rows } = await poolOf(run.payload).query<{ key: string; id: string }>(text, [run.organization.id])
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** One row of a statement, read in the transaction of the run. */
export async function oneRow<T extends object>(run: Run, text: string, values: readonly unknown[]): Promise<T | null> {
  const db = run.req ? await clientOf(run.req) : poolOf(run.payload)
  const { rows } = await db.query<T>(text, [...values])
  return rows[0] ?? null
}

/** Whether two sets of values say the same, so that a second run changes nothing. */
export function isSame(present: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([name, value]) => String(present[name] ?? '') === String(value ?? ''))
}

/** Refuses to undo a row that changed after the import. */
export function mustBeUntouched(present: { revision: number } | null, before: Readonly<Record<string, unknown>>, noun: string): void {
  if (!present) throw new RowProblem(null, `${noun} is gone already.`)
  if (Number(present.revision) !== Number(before['revision'])) throw new RowProblem(null, `${noun} was changed after the import.`)
}
