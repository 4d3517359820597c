import { refuse } from '@/kernel/errors'
import type { Reader } from '@/platform/reader'

/** A batch with what became of its rows. */
export interface BatchView {
  id: string
  collection: string
  verb: string
  label: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  totalRows: number
  doneRows: number
  refusedRows: number
  error: string | null
  /** The rows in the order they were chosen; refused ones say why. */
  items: { target: string; label: string | null; state: 'waiting' | 'done' | 'refused'; message: string | null }[]
}

const BATCH = `select b.id, b.collection, b.verb, b.label, b.state::text as state, b.total_rows::float8 as "totalRows", b.done_rows::float8 as "doneRows",
  b.refused_rows::float8 as "refusedRows", b.error, coalesce((select json_agg(json_build_object('target', i.target, 'label', i.label, 'state', i.state, 'message', i.message)
    order by i.state = 'refused' desc, i.position) from batch_items i where i.batch_id = b.id), '[]') as items
from batches b where b.id = $1::uuid and b.user_id = $2::uuid`

/** One of the own batches. */
export async function batchPage(reader: Reader, id: string): Promise<BatchView> {
  const [row] = await reader.rows<BatchView>(BATCH, [id, reader.principal.id], 'tf_batch')
  return row ?? refuse('NOT_FOUND', { noun: 'The batch' })
}
