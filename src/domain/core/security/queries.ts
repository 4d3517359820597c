import { refuse } from '@/kernel/errors'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface SecurityEventView {
  id: string
  kind: string
  severity: 'low' | 'medium' | 'high' | 'critical'
  status: 'open' | 'acknowledged' | 'resolved'
  summary: string
  person: string | null
  personName: string | null
  account: string | null
  address: string | null
  agent: string | null
  organization: string
  organizationName: string
  count: number
  firstAt: Date
  lastAt: Date
  facts: Record<string, unknown> | null
  response: string | null
  handledByName: string | null
  handledAt: Date | null
  resolution: string | null
}

export interface SecurityWish {
  status?: string | undefined
  severity?: string | undefined
  kind?: string | undefined
  person?: string | undefined
  address?: string | undefined
  cursor?: string | undefined
  limit: number
}

const COLUMNS = `e.id, e.kind, e.severity, e.status, e.summary, e.person_id as person, u.name as "personName", e.account, e.address, e.agent,
  e.organization_id as organization, o.name as "organizationName", e.count::float8 as count, e.first_at as "firstAt", e.last_at as "lastAt", e.facts, e.response,
  h.name as "handledByName", e.handled_at as "handledAt", e.resolution`
const FROM = `from security_events e join organizations o on o.id = e.organization_id left join users u on u.id = e.person_id left join users h on h.id = e.handled_by_id`

/** Security events of the organizations one oversees, the newest first. The cursor is the id of the last one. */
export async function listSecurityEvents(reader: Reader, wish: SecurityWish): Promise<{ rows: SecurityEventView[]; nextCursor: string | null }> {
  const to = bindings()
  const where = conditions(reader, wish, to)
  const found = await reader.rows<SecurityEventView>(
    `select ${COLUMNS} ${FROM} where ${where.join(' and ')} order by e.id desc limit ${to.bind(wish.limit + 1)}::int`,
    to.values,
  )
  const rows = found.slice(0, wish.limit)
  return { rows, nextCursor: found.length > wish.limit ? (rows.at(-1)?.id ?? null) : null }
}

/** One event. NOT_FOUND when it does not exist or is not reached. */
export async function securityEvent(reader: Reader, id: string): Promise<SecurityEventView> {
  const to = bindings([id])
  const [row] = await reader.rows<SecurityEventView>(
    `select ${COLUMNS} ${FROM} where e.id = $1::uuid and ${sqlOf(reader.reach('security-events'), 'e', to)}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun: 'The security event' })
}

export interface ThreatView {
  kind: string
  summary: string
  severity: SecurityEventView['severity']
  person: string | null
  personName: string | null
  account: string | null
  address: string | null
  events: number
  count: number
  firstAt: Date
  lastAt: Date
}

const MOST_THREATS = 200

/** What goes on now: events nobody has resolved, by who it is, where it comes from and what it is, the worst first. */
export async function listThreats(reader: Reader): Promise<ThreatView[]> {
  const to = bindings()
  return reader.rows<ThreatView>(
    `select e.kind, (array_agg(e.summary order by e.last_at desc))[1] as summary, max(e.severity) as severity, e.person_id as person, u.name as "personName",
       e.account, e.address, count(*)::float8 as events, sum(e.count)::float8 as count, min(e.first_at) as "firstAt", max(e.last_at) as "lastAt"
     from security_events e left join users u on u.id = e.person_id
     where e.status <> 'resolved' and ${sqlOf(reader.reach('security-events'), 'e', to)}
     group by e.kind, e.person_id, u.name, e.account, e.address order by max(e.severity) desc, max(e.last_at) desc limit ${MOST_THREATS}`,
    to.values,
  )
}

/** How many events wait, by severity; for the head of the page. */
export async function countOpenEvents(reader: Reader): Promise<Record<SecurityEventView['severity'], number>> {
  const to = bindings()
  const rows = await reader.rows<{ severity: SecurityEventView['severity']; n: number }>(
    `select e.severity, count(*)::float8 as n from security_events e where e.status <> 'resolved' and ${sqlOf(reader.reach('security-events'), 'e', to)} group by 1`,
    to.values,
  )
  return { low: 0, medium: 0, high: 0, critical: 0, ...Object.fromEntries(rows.map(({ severity, n }) => [severity, n])) }
}

function conditions(reader: Reader, wish: SecurityWish, to: Bindings): string[] {
  const wanted: [unknown, (place: string) => string][] = [
    [wish.status, (place) => `(e.status::text = ${place} or (${place} = 'waiting' and e.status <> 'resolved'))`],
    [wish.severity, (place) => `e.severity::text = ${place}`],
    [wish.kind, (place) => `e.kind = ${place}`],
    [wish.person, (place) => `e.person_id = ${place}::uuid`],
    [wish.address, (place) => `e.address = ${place}`],
    [wish.cursor, (place) => `e.id < ${place}::uuid`],
  ]
  return [sqlOf(reader.reach('security-events'), 'e', to), ...wanted.flatMap(([value, sql]) => (value ? [sql(to.bind(value))] : []))]
}
