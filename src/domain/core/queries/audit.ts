import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface AuditView {
  id: string
  at: Date
  operation: string
  actor: string
  organization: string | null
  organizationName: string | null
  subjectType: string
  subject: string | null
  changes: Record<string, { from: unknown; to: unknown }>
  ip: string | null
  requestId: string | null
}

export interface AuditWish {
  operation?: string | undefined
  subjectType?: string | undefined
  subject?: string | undefined
  from?: string | undefined
  to?: string | undefined
  cursor?: number | undefined
  limit: number
}

/** Audit entries of the organizations that `audit.read` reaches, newest first; the cursor counts back through the log. */
export async function listAudit(
  reader: Reader,
  wish: AuditWish,
): Promise<{ rows: AuditView[]; nextCursor: string | null }> {
  const bound = bindings()
  const where = conditionsOf(reader, wish, bound)
  const found = await reader.rows<AuditView & { seq: string }>(
    `select a.id, a.at, a.operation, a.actor_name as actor, a.organization_id as organization, o.name as "organizationName",
       a.subject_type as "subjectType", a.subject, a.changes, a.ip, a.request_id as "requestId", a.seq
     from audit_log a left join organizations o on o.id = a.organization_id
     where ${where.join(' and ')} order by a.seq desc limit ${bound.bind(wish.limit + 1)}::int`,
    bound.values,
  )
  const rows = found.slice(0, wish.limit)
  const nextCursor = found.length > wish.limit ? (rows.at(-1)?.seq ?? null) : null
  return { rows: rows.map(({ seq: _, ...row }) => row), nextCursor }
}

function conditionsOf(reader: Reader, wish: AuditWish, bound: Bindings): string[] {
  // The log has the tenant columns of an owned collection that reaches down; entries know no author's reach.
  const scope = { ...reader.reach('notification-deliveries', 'audit.read'), authored: [], branches: [] }
  const wanted: [unknown, (place: string) => string][] = [
    [wish.operation, (place) => `a.operation = ${place}`],
    [wish.subjectType, (place) => `a.subject_type = ${place}`],
    [wish.subject, (place) => `a.subject = ${place}`],
    [wish.from, (place) => `a.at >= ${place}::timestamptz`],
    [wish.to, (place) => `a.at < ${place}::timestamptz`],
    [wish.cursor, (place) => `a.seq < ${place}::bigint`],
  ]
  return [sqlOf(scope, 'a', bound), ...wanted.flatMap(([value, sql]) => (value ? [sql(bound.bind(value))] : []))]
}
