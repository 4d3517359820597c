import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface JobEvent {
  id: string
  name: string
  subjectType: string
  subject: string
  organization: string
  organizationName: string
  at: Date
}

/** Those of the events that belong to organizations which a permission about jobs reaches. */
export async function reachedEvents(
  reader: Reader,
  permission: 'job.read' | 'job.retry',
  events: readonly string[],
): Promise<JobEvent[]> {
  const to = bindings([events])
  return reader.rows<JobEvent>(
    `select e.id, e.name, e.subject_type as "subjectType", e.subject, o.id as organization, o.name as "organizationName", e.at
     from outbox_events e join organizations o on o.id = e.organization_id
     where e.id = any($1::uuid[]) and ${sqlOf(reader.reach('organizations', permission), 'o', to)}`,
    to.values,
  )
}

/** How many events of the reached organizations wait for the dispatcher, and since when; mails by state. */
export async function waitingWork(
  reader: Reader,
): Promise<{ events: { waiting: number; since: Date | null }; mails: Record<string, number> }> {
  const to = bindings()
  const [events] = await reader.rows<{ waiting: number; since: Date | null }>(
    `select count(*)::int as waiting, min(e.at) as since from outbox_events e join organizations o on o.id = e.organization_id
     where e.dispatched_at is null and ${sqlOf(reader.reach('organizations', 'job.read'), 'o', to)}`,
    to.values,
  )
  const bound = bindings()
  const mails = await reader.rows<{ state: string; n: number }>(
    `select d.state, count(*)::int as n from notification_deliveries d where ${sqlOf(reader.reach('notification-deliveries', 'job.read'), 'd', bound)} group by 1`,
    bound.values,
  )
  return {
    events: events ?? { waiting: 0, since: null },
    mails: Object.fromEntries(mails.map(({ state, n }) => [state, n])),
  }
}
