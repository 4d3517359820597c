import type { PoolClient } from 'pg'

export interface AuditEntry {
  operation: string
  actor: string | null
  actorName: string
  organization: string | null
  tree: string | null
  subjectType: string
  subject: string | null
  changes: Record<string, { from: unknown; to: unknown }>
  requestId: string
  ip: string | null
  agent: string | null
}

const QUIET = new Set(['updatedAt', 'createdAt', 'revision', 'id', 'sessions', 'hash', 'salt', 'password', 'collection'])

/** What differs between two states of a row, field by field; stamps and secrets stay out. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): AuditEntry['changes'] {
  const changes: AuditEntry['changes'] = {}
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (QUIET.has(key)) continue
    const from = plain(before[key])
    const to = plain(after[key])
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[key] = { from, to }
  }
  return changes
}

/** One insert for all entries. Rows are sealed later by a job; nothing can change or remove them. */
export async function writeAudit(client: PoolClient, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await client.query({ name: 'tf_audit', text: AUDIT_INSERT, values: [JSON.stringify(entries)] })
}

export const AUDIT_INSERT = `
insert into audit_log (id, operation, actor_id, actor_name, organization_id, tree_id, subject_type, subject, changes, request_id, ip, agent, at)
select gen_random_uuid(), x.operation, x.actor, x."actorName", x.organization, x.tree, x."subjectType", x.subject, x.changes,
  x."requestId", x.ip, x.agent, clock_timestamp()
from json_to_recordset($1::json) as x(operation text, actor uuid, "actorName" text, organization uuid, tree uuid,
  "subjectType" text, subject text, changes jsonb, "requestId" text, ip text, agent text)`

function plain(value: unknown): unknown {
  if (value === undefined) return null
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object' && value !== null && 'id' in value && 'createdAt' in value) return value.id
  return value
}
