import { createHash } from 'node:crypto'
import { ownedConditions } from '@/domain/core/audit/reach'
import { listAnchors } from '@/domain/core/queries/anchors'
import { prunedAmong, statementsOf } from '@/domain/core/audit/prunings'
import { bindings } from '@/platform/access/sql'
import { endLine, endText, entryLine, FORMAT, jsonLine, prunedLine, rowLine, type FileEnd, type FileHead, type RowPlace } from '@/platform/audit-file/lines'
import { signText, type SigningKey } from '@/platform/keys/signing'
import type { Reader } from '@/platform/reader'

/** What an export of the audit log holds: the entries of one organization, or of all one oversees, and their time. */
export interface AuditFilter {
  organization?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

interface SealRow {
  id: number
  from: string
  to: string
  count: number
  seqs: string[]
  hashes: string
  prev: string
  hash: string
  sealedAt: Date
}

/** How far the file is. */
export interface Written {
  text: string
  entries: number
}

/**
 * The lines of an audit export, seal by seal: what the filter shows as entries, the rest of each seal as hashes, so that
 * the chain can be checked without what is left out. Entries that are not sealed yet are in the next export.
 */
export async function* auditFile(reader: Reader, filter: AuditFilter, head: Omit<FileHead, 'format'>, key: SigningKey): AsyncGenerator<Written> {
  const digest = createHash('sha256')
  const sums = { seals: 0, entries: 0, leftOut: 0, pruned: 0 }
  const prunings = new Set<string>()
  const told = (text: string, entries = 0): Written => {
    digest.update(text)
    return { text, entries }
  }
  yield told(jsonLine('H', { format: FORMAT, ...head }))
  const span = await spanOf(reader, filter)
  for (let id = span?.first ?? 1; span && id <= span.last; id += 1) {
    const lines = await sealLines(reader, filter, id)
    sums.seals += 1
    sums.entries += lines.entries
    sums.leftOut += lines.leftOut
    sums.pruned += lines.pruned.length
    for (const pruning of lines.pruned) prunings.add(pruning)
    yield told(lines.text, lines.entries)
  }
  const statements = await statementsOf(reader, [...prunings])
  yield told(statements.map((one) => jsonLine('R', one)).join(''))
  const anchors = (await listAnchors(reader)).filter((one) => span && one.seal >= span.first && one.seal <= span.last)
  yield told(anchors.map((anchor) => jsonLine('A', anchor)).join(''))
  const end: FileEnd = { ...sums, digest: digest.digest('hex'), publicKey: key.publicKey }
  yield { text: endLine(end, signText(endText(end), key)), entries: 0 }
}

/** How many entries the file will hold. */
export async function countAuditFile(reader: Reader, filter: AuditFilter): Promise<number> {
  const to = bindings()
  const where = whereOf(reader, filter, to)
  const [row] = await reader.rows<{ n: number }>(
    `select count(*)::float8 as n from audit_log a where ${where} and a.seq <= coalesce((select max(to_seq) from audit_seals), 0)`,
    to.values,
  )
  return row?.n ?? 0
}

async function spanOf(reader: Reader, filter: AuditFilter): Promise<{ first: number; last: number } | null> {
  const to = bindings()
  const where = whereOf(reader, filter, to)
  const [row] = await reader.rows<{ first: number | null; last: number | null }>(
    `with span as (select min(a.seq) as low, max(a.seq) as high from audit_log a where ${where} and a.seq <= coalesce((select max(to_seq) from audit_seals), 0))
     select min(s.id)::float8 as first, max(s.id)::float8 as last from audit_seals s, span where s.to_seq >= span.low and s.from_seq <= span.high`,
    to.values,
  )
  return row?.first && row.last ? { first: row.first, last: row.last } : null
}

const SEAL = `select id::float8 as id, from_seq::text as from, to_seq::text as to, row_count as count, seqs::text[] as seqs, encode(row_hashes, 'hex') as hashes,
  encode(prev_hash, 'hex') as prev, encode(hash, 'hex') as hash, sealed_at as "sealedAt" from audit_seals where id = $1`

interface SealText {
  text: string
  entries: number
  leftOut: number
  /** For each pruned entry the statement that names it. */
  pruned: string[]
}

async function sealLines(reader: Reader, filter: AuditFilter, id: number): Promise<SealText> {
  const [seal] = await reader.rows<SealRow>(SEAL, [id], 'tf_audit_seal_read')
  if (!seal) return { text: '', entries: 0, leftOut: 0, pruned: [] }
  const { seqs, hashes, sealedAt, ...facts } = seal
  const rows = await rowsOf(reader, filter, facts)
  const gone = await prunedAmong(reader, seqs.filter((seq) => !rows.has(seq)))
  const lines = [jsonLine('S', { ...facts, sealedAt: new Date(sealedAt).toISOString() })]
  for (const [index, seq] of seqs.entries()) {
    const place = { place: index + 1, seq, hash: hashes.slice(index * 64, index * 64 + 64) }
    lines.push(lineOf(place, rows.get(seq), gone.get(seq)))
  }
  const pruned = [...gone.values()]
  const entries = seqs.filter((seq) => typeof rows.get(seq) === 'string').length
  return { text: lines.join(''), entries, leftOut: seqs.length - entries - pruned.length, pruned }
}

function lineOf(place: RowPlace, text: string | null | undefined, pruning: string | undefined): string {
  if (text === undefined) return pruning === undefined ? rowLine('X', place) : prunedLine(place, pruning)
  return text === null ? rowLine('L', place) : entryLine(place, text)
}

async function rowsOf(reader: Reader, filter: AuditFilter, { from, to: last }: { from: string; to: string }): Promise<Map<string, string | null>> {
  const to = bindings([from, last])
  const rows = await reader.rows<{ seq: string; text: string | null }>(
    `select a.seq::text, case when ${whereOf(reader, filter, to)} then audit_row_text(a) end as text from audit_log a
     where a.seq between $1::bigint and $2::bigint order by a.seq`,
    to.values,
  )
  return new Map(rows.map(({ seq, text }) => [seq, text]))
}

// Only rows of organizations one oversees: what one's people did to the rows of others holds fields that are theirs.
function whereOf(reader: Reader, { organization, from, to: until }: AuditFilter, to: ReturnType<typeof bindings>): string {
  const chosen = organization ? [`a.organization_id = ${to.bind(organization)}::uuid`] : []
  return [...ownedConditions(reader, { from, to: until, limit: 1 }, to), ...chosen].join(' and ')
}
