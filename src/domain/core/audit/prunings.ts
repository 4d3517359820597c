import { bindings, sqlOf } from '@/platform/access/sql'
import type { FilePruning } from '@/platform/audit-file/lines'
import type { Reader } from '@/platform/reader'

const AMONG = `select u.seq::text as seq, p.id from unnest($1::bigint[]) u(seq)
join audit_prunings p on p.first_seq <= u.seq and p.last_seq >= u.seq and p.seqs @> u.seq`
const COLUMNS = `id, before, count, last_seq::text as last, encode(last_hash, 'hex') as "lastHash", encode(digest, 'hex') as digest, seqs::text as seqs,
  public_key as "publicKey", signature`

/** Of numbers that are not in the log any more those that were pruned, each with its statement. */
export async function prunedAmong(reader: Reader, seqs: readonly string[]): Promise<Map<string, string>> {
  if (seqs.length === 0) return new Map()
  const rows = await reader.rows<{ seq: string; id: string }>(AMONG, [seqs], 'tf_audit_pruned')
  return new Map(rows.map(({ seq, id }) => [seq, id]))
}

/** Statements of what was pruned, oldest first. They tell nothing of what the entries said. */
export async function statementsOf(reader: Reader, ids: readonly string[]): Promise<FilePruning[]> {
  const rows = await reader.rows<Omit<FilePruning, 'before'> & { before: Date }>(`select ${COLUMNS} from audit_prunings where id = any($1::uuid[]) order by at, id`, [ids])
  return rows.map((row) => ({ ...row, before: row.before.toISOString() }))
}

/** What went of the log of a headquarters one oversees. */
export interface PruningView {
  id: string
  at: Date
  /** Entries sealed before this went. */
  before: Date
  count: number
  last: string
  lastHash: string
}

/** What was pruned of the logs one oversees, newest first. */
export async function listPrunings(reader: Reader): Promise<PruningView[]> {
  const to = bindings()
  const reached = sqlOf(reader.reach('security-events', 'audit.read'), 't', to)
  return reader.rows<PruningView>(
    `select p.id, p.at, p.before, p.count, p.last_seq::text as last, encode(p.last_hash, 'hex') as "lastHash" from audit_prunings p
     cross join lateral (select p.tree_id, p.tree_id as organization_id, null::uuid as branch_id, null::uuid as created_by_id) t
     where ${reached} order by p.at desc, p.id desc limit 400`,
    to.values,
  )
}
