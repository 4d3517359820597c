import { refuse } from '@/kernel/errors'
import type { Reader } from '@/platform/reader'

export interface ExportView {
  id: string
  name: string
  collection: string
  filter: unknown
  state: 'waiting' | 'running' | 'done' | 'failed'
  totalRows: number | null
  doneRows: number
  file: string | null
  error: string | null
  createdAt: Date
  finishedAt: Date | null
}

// An export is what one person may see, so it is that person's alone.
const SELECT = `select e.id, e.name, e.collection, e.filter, e.state, e.total_rows::float8 as "totalRows", e.done_rows::float8 as "doneRows", e.file_id as file,
  e.error, e.created_at as "createdAt", e.finished_at as "finishedAt" from exports e where e.person_id = $1::uuid`

/** The own exports, newest first. */
export async function listExports(
  reader: Reader,
  wish: { cursor?: string | undefined; limit: number },
): Promise<{ rows: ExportView[]; nextCursor: string | null }> {
  const text = `${SELECT} and ($2::uuid is null or e.id < $2::uuid) order by e.id desc limit $3::int`
  const found = await reader.rows<ExportView>(
    text,
    [reader.principal.id, wish.cursor ?? null, wish.limit + 1],
    'tf_exports',
  )
  const rows = found.slice(0, wish.limit)
  return { rows, nextCursor: found.length > wish.limit ? (rows.at(-1)?.id ?? null) : null }
}

/** One of the own exports with its progress. */
export async function exportPage(reader: Reader, id: string): Promise<ExportView> {
  const [row] = await reader.rows<ExportView>(`${SELECT} and e.id = $2::uuid`, [reader.principal.id, id], 'tf_export')
  return row ?? refuse('NOT_FOUND', { noun: 'The export' })
}
