import { bindings, sqlOf } from '@/platform/access/sql'
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
export async function listAudit(reader: Reader, wish: AuditWish): Promise<{ rows: AuditView[]; nextCursor: string | null }> {
  const bound = bindings()
  // The log has the tenant columns of an owned collection that reaches down; entries know no author's reach.
  const scope = { ...reader.reach('notification-deliveries', 'audit.read'), authored: [], branches: [] }
  const where = [sqlOf(scope, 'a', bound)]
  if (wish.operation) where.push(`a.operation = ${bound.bind(wish.operation)}`)
  if (wish.subjectType) where.push(`a.subject_type = ${bound.bind(wish.subjectType)}`)
  if (wish.subject) where.push(`a.subject = ${bound.bind(wish.subject)}`)
  if (wish.from) where.push(`a.at >= ${bound.bind(wish.from)}::timestamptz`)
  if (wish.to) where.push(`a.at < ${bound.bind(wish.to)}::timestamptz`)
  if (wish.cursor) where.push(`a.seq < ${bound.bind(wish.cursor)}::bigint`)
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
