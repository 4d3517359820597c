import { refuse } from '@/kernel/errors'
import { ownerSideOf } from '@/platform/access/scope'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** One thing that happened to a row: what, who, when, and which fields changed. */
export interface TimelineEntry {
  id: string
  at: Date
  /** `order.confirmed` where an event says it, else the operation. */
  name: string
  label: string
  by: string
  changes: { field: string; from: unknown; to: unknown }[]
}

interface AuditRow {
  id: string
  at: Date
  operation: string
  event: string | null
  actorName: string
  isOwn: boolean
  ownerName: string
  changes: Record<string, { from: unknown; to: unknown }>
}

const ENTRIES = `select a.id, a.at, a.operation, a.actor_name as "actorName", a.changes, o.name as "ownerName",
  (select e.name from outbox_events e where e.subject_type = a.subject_type and e.subject = a.subject
    and e.request_id = a.request_id order by e.id limit 1) as event,
  exists (select 1 from memberships m where m.user_id = a.actor_id and m.organization_id = any($3::uuid[])) as "isOwn"
from audit_log a left join organizations o on o.id = a.organization_id
where a.subject_type = $1 and a.subject = $2 and ($4::timestamptz is null or a.at >= $4)
order by a.seq desc limit $5::int`

/**
 * What happened to a row, newest first. It looks for itself whether the reader sees the row (NOT_FOUND otherwise). The
 * other party sees the time since the document was shared, no fields that are the owner's alone, and the owner's people
 * under the owner's name.
 */
export async function timelineOf(reader: Reader, type: string, id: string, limit = 100): Promise<TimelineEntry[]> {
  const seen = await seeRow(reader, type, id)
  const since = seen.isOwner ? null : (seen.sharedAt ?? new Date(8_640_000_000_000_000))
  const mine = reader.principal.memberships.map((one) => one.organization.id)
  const rows = await reader.rows<AuditRow>(ENTRIES, [type, id, mine, since, limit], 'tf_timeline')
  const hidden = new Set([...PLUMBING, ...(seen.isOwner ? [] : reader.ownerOnly(type))])
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    name: row.event ?? row.operation,
    label: spoken(row.event ?? row.operation),
    by: seen.isOwner || row.isOwn ? row.actorName : row.ownerName,
    changes: Object.entries(row.changes)
      .filter(([field]) => !hidden.has(field))
      .map(([field, { from, to }]) => ({ field, from, to })),
  }))
}

const PLUMBING = ['organization', 'tree', 'branch', 'counterparty', 'counterpartyBranch', 'sharedAt', 'createdBy']

async function seeRow(reader: Reader, type: string, id: string): Promise<{ isOwner: boolean; sharedAt: Date | null }> {
  const noun = `The ${type.replaceAll('-', ' ').replace(/s$/, '')}`
  const scope = reader.reach(type)
  const to = bindings([id])
  const shared = scope.tenancy === 'two-party' ? 't.shared_at' : 'null::timestamptz'
  const owners = ownerSideOf(scope)
  const [row] = await reader.rows<{ isOwner: boolean; sharedAt: Date | null }>(
    `select ${sqlOf(owners, 't', to)} as "isOwner", ${shared} as "sharedAt" from "${type.replaceAll('-', '_')}" t
     where t.id = $1::uuid and ${sqlOf(scope, 't', to)}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun })
}

function spoken(name: string): string {
  const words = name.replaceAll('.', ' ').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
