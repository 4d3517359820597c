import type { AuditFilter } from '@/domain/core/audit/export-file'
import { seenConditions } from '@/domain/core/audit/reach'
import { listAudit, type AuditView } from '@/domain/core/queries/audit'
import type { CsvValue } from '@/kernel/csv'
import { clockText } from '@/kernel/period'
import { bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

const PAGE = 500
const RESULTS = { success: 'done', failure: 'refused or failed', pending: 'begun' } as const

/** The heads of the columns; times are those a clock in `zone` shows. */
export function readableHeads(zone: string): string[] {
  return ['Entry', `Time (${zone})`, 'Who', 'Worked for', 'Organization', 'What', 'Result', 'Reason', 'Record', 'Record id', 'Field', 'Before', 'After', 'In words', 'Address', 'Program']
}

/**
 * The audit log as a table people read, newest first: a row per changed field, one for entries without any. It holds what
 * the search shows its reader, personal values opened; it proves nothing, which is what the sealed file is for.
 */
export async function* readableAudit(reader: Reader, filter: AuditFilter, zone: string): AsyncGenerator<{ rows: CsvValue[][]; entries: number }> {
  let cursor: string | null = null
  do {
    const wish = { ...filter, limit: PAGE, ...(cursor === null ? {} : { cursor: Number(cursor) }) }
    const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(reader, wish, zone)
    yield { rows: page.rows.flatMap((entry) => rowsOf(entry, zone)), entries: page.rows.length }
    cursor = page.nextCursor
  } while (cursor !== null)
}

/** How many entries the table will tell of. */
export async function countReadable(reader: Reader, filter: AuditFilter): Promise<number> {
  const to = bindings()
  const where = seenConditions(reader, { ...filter, limit: 1 }, to).join(' and ')
  const [row] = await reader.rows<{ n: number }>(`select count(*)::float8 as n from audit_log a where ${where}`, to.values)
  return row?.n ?? 0
}

function rowsOf(entry: AuditView, zone: string): CsvValue[][] {
  const { id, at, actor, onBehalfOfName, organizationName, label, outcome, reason, subjectType, subject, words, ip, agent } = entry
  const head = [id, clockText(at, zone), actor, onBehalfOfName, organizationName, label, RESULTS[outcome], reason, subjectType, subject]
  const changes = words.length > 0 ? words.map((one) => [one.label, one.from, one.to, one.sentence]) : [[null, null, null, null]]
  return changes.map((change) => [...head, ...change, ip, agent])
}
