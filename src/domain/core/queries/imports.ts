import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A run of an import as its page shows it. */
export interface ImportView {
  id: string
  kind: string
  source: string
  state: 'ready' | 'waiting' | 'running' | 'done' | 'failed' | 'undoing' | 'undone'
  isDryRun: boolean
  totalRows: number
  doneRows: number
  failedRows: number
  counts: Record<string, Record<string, number>> | null
  columns: { heads: string[]; first: { line: number; values: Record<string, string> }[] } | null
  mapping: Record<string, string> | null
  options: Record<string, boolean> | null
  error: string | null
  createdAt: Date
  finishedAt: Date | null
  by: string | null
}

/** What became of a row of the file. */
export interface ImportRowView {
  id: string
  line: number
  column: string | null
  key: string | null
  state: 'created' | 'updated' | 'unchanged' | 'failed'
  message: string | null
  targetType: string | null
  target: string | null
  isUndone: boolean
  kept: string | null
  /** The cells of a refused row, by field. */
  source: Record<string, string> | null
}

const COLUMNS = `i.id, i.kind::text as kind, i.source, i.state::text as state, coalesce(i.is_dry_run, false) as "isDryRun", i.total_rows::float8 as "totalRows",
  i.done_rows::float8 as "doneRows", i.failed_rows::float8 as "failedRows", i.counts, i.columns, i.mapping, i.options, i.error,
  i.created_at as "createdAt", i.finished_at as "finishedAt", (select u.name from users u where u.id = i.person_id) as by`

/** The imports of an organization, the newest first. */
export async function listImports(reader: Reader, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<ImportView[]> {
  const to = bindings([cursor ?? null, limit])
  return reader.rows<ImportView>(
    `select ${COLUMNS} from imports i where ${sqlOf(reader.reach('imports'), 'i', to)} and ($1::uuid is null or i.id < $1::uuid) order by i.id desc limit $2::int`,
    to.values,
  )
}

/** One import. NOT_FOUND unless `import.read` reaches it. */
export async function importPage(reader: Reader, id: string): Promise<ImportView> {
  const to = bindings([id])
  const [row] = await reader.rows<ImportView>(`select ${COLUMNS} from imports i where i.id = $1::uuid and ${sqlOf(reader.reach('imports'), 'i', to)}`, to.values)
  return row ?? refuse('NOT_FOUND', { noun: 'The import' })
}

/** What became of the rows of its last run, in the order of the file: all of them, the refused ones, or those undo had to leave. */
export async function importRowsOf(
  reader: Reader,
  { run, only, after = 0, limit }: { run: string; only: 'all' | 'failed' | 'kept'; after?: number | undefined; limit: number },
): Promise<ImportRowView[]> {
  const to = bindings([run, after, limit])
  const narrow = { all: 'true', failed: "r.state = 'failed'", kept: 'r.kept is not null' }[only]
  return reader.rows<ImportRowView>(
    `select r.id, r.line::float8 as line, r.column, r.natural_key as key, r.state::text as state, r.message, r.target_type as "targetType", r.target,
       coalesce(r.is_undone, false) as "isUndone", r.kept, r.source
     from import_rows r join imports i on i.id = r.run_id and i.attempt = r.attempt
     where r.run_id = $1::uuid and r.line > $2 and ${narrow} and ${sqlOf(reader.reach('import-rows'), 'r', to)} order by r.line, r.id limit $3::int`,
    to.values,
  )
}

/** The refused rows of the last run with their cells, batch by batch, for the file of what is to be corrected. */
export async function* refusedRows(reader: Reader, run: string): AsyncGenerator<{ line: number; message: string; column: string | null; source: Record<string, string> }[]> {
  let after = 0
  for (;;) {
    const to = bindings([run, after])
    const rows: { line: number; message: string; column: string | null; source: Record<string, string> | null }[] = await reader.rows(
      `select r.line::float8 as line, coalesce(r.message, '') as message, r.column, r.source from import_rows r join imports i on i.id = r.run_id and i.attempt = r.attempt
       where r.run_id = $1::uuid and r.line > $2 and r.state = 'failed' and ${sqlOf(reader.reach('import-rows'), 'r', to)} order by r.line limit 1000`,
      to.values,
    )
    if (rows.length === 0) return
    yield rows.map(({ source, ...row }) => ({ ...row, source: source ?? {} }))
    after = rows.at(-1)?.line ?? after
  }
}
