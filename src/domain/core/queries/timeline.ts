import { openEntries } from '@/domain/core/audit/open'
import { changesInWords, doneWords, PLUMBING, spoken, type ChangeWords } from '@/domain/core/audit/words'
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
  outcome: 'success' | 'failure' | 'pending'
  /** Why it failed. */
  reason: string | null
  changes: { field: string; from: unknown; to: unknown }[]
  /** The same changes in words: `Credit limit changed from 5,000.00 USD to 8,000.00 USD`. */
  words: readonly ChangeWords[]
}

interface AuditRow {
  id: string
  at: Date
  operation: string
  event: string | null
  actorName: string
  isOwn: boolean
  ownerName: string
  outcome: TimelineEntry['outcome']
  reason: string | null
  currency: string | null
  ip: null
  agent: null
  changes: Record<string, { from: unknown; to: unknown }>
}

// Failed attempts are told within the tree of the row: who else tried is a matter of security events.
const ENTRIES = `select a.id, a.at, a.operation, coalesce(u.name, a.actor_name, 'somebody') as "actorName", a.changes, o.name as "ownerName",
  a.outcome, a.reason, o.currency, null as ip, null as agent,
  (select e.name from outbox_events e where e.subject_type = a.subject_type and e.subject = a.subject
    and e.request_id = a.request_id order by e.id limit 1) as event,
  exists (select 1 from memberships m where m.user_id = a.actor_id and m.organization_id = any($3::uuid[])) as "isOwn"
from audit_log a left join organizations o on o.id = a.organization_id left join users u on u.id = a.actor_id
where a.subject_type = $1 and a.subject = $2 and ($4::timestamptz is null or a.at >= $4)
  and (a.outcome <> 'failure' or a.on_behalf_of_id = any($3::uuid[]) or ($6::uuid is not null and a.tree_id = $6))
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
  const rows = await reader.rows<AuditRow>(ENTRIES, [type, id, mine, since, limit, seen.isOwner ? seen.tree : null], 'tf_timeline')
  const hidden: ReadonlySet<string> = new Set([...PLUMBING, ...(seen.isOwner ? [] : reader.ownerOnly(type))])
  return (await openEntries(reader, rows)).map((row) => ({
    ...{ outcome: row.outcome, reason: row.reason, words: changesInWords(row.changes, { currency: row.currency }, hidden) },
    id: row.id,
    at: row.at,
    name: row.event ?? row.operation,
    label: row.event ? spoken(row.event) : doneWords(row.operation),
    by: seen.isOwner || row.isOwn ? row.actorName : row.ownerName,
    changes: Object.entries(row.changes)
      .filter(([field]) => !hidden.has(field))
      .map(([field, { from, to }]) => ({ field, from, to })),
  }))
}

interface SeenRow {
  isOwner: boolean
  sharedAt: Date | null
  tree: string
}

async function seeRow(reader: Reader, type: string, id: string): Promise<SeenRow> {
  const noun = `The ${type.replaceAll('-', ' ').replace(/s$/, '')}`
  const scope = reader.reach(type)
  const to = bindings([id])
  const shared = scope.tenancy === 'two-party' ? 't.shared_at' : 'null::timestamptz'
  const owners = ownerSideOf(scope)
  const [row] = await reader.rows<SeenRow>(
    `select ${sqlOf(owners, 't', to)} as "isOwner", ${shared} as "sharedAt", t.tree_id as tree from "${type.replaceAll('-', '_')}" t
     where t.id = $1::uuid and ${sqlOf(scope, 't', to)}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun })
}
