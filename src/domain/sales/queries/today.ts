import { businessDay, type Day } from '@/kernel/period'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** How many wait, at most `WAITING_LIMIT`, and the first of them. */
export interface Waiting<T> {
  count: number
  rows: T[]
}

/** An order as a line of a list on the first page. */
export interface WaitingOrder {
  id: string
  number: string | null
  buyerName: string
  status: string
  totalMinor: number
  currency: string
  requestedOn: Day | null
  submittedAt: Date | null
  isLate: boolean
}

/** Counting stops here: nobody works through more in a day, and the statement stays short. */
export const WAITING_LIMIT = 1000

/** Orders of the organization that wait for its acceptance, the longest waiting first. */
export function ordersToConfirm(reader: Reader, organization: OrganizationFacts, first = 6): Promise<Waiting<WaitingOrder>> {
  return waitingOrders(reader, organization, first, { states: ['submitted'], order: 'o.submitted_at nulls last, o.id' })
}

/** Accepted orders with goods still to ship, the late ones first: the day the buyer asked for is over. */
export function ordersToShip(reader: Reader, organization: OrganizationFacts, first = 6): Promise<Waiting<WaitingOrder>> {
  return waitingOrders(reader, organization, first, {
    states: ['confirmed', 'processing', 'partially-shipped'],
    order: 'o.requested_on nulls last, o.id',
  })
}

/** How many accepted orders are late by today, in the organization's zone. */
export async function countLateOrders(reader: Reader, organization: OrganizationFacts): Promise<number> {
  const to = bindings()
  const [row] = await reader.rows<{ count: number }>(
    `select count(*)::int as count from (select 1 from orders o where ${mine(reader, organization, to)}
      and o.status in ('confirmed', 'processing', 'partially-shipped') and o.requested_on < ${to.bind(today(reader, organization))}
      limit ${WAITING_LIMIT}) late`,
    to.values,
  )
  return row?.count ?? 0
}

async function waitingOrders(
  reader: Reader,
  organization: OrganizationFacts,
  first: number,
  { states, order }: { states: readonly ('submitted' | 'confirmed' | 'processing' | 'partially-shipped')[]; order: string },
): Promise<Waiting<WaitingOrder>> {
  const to = bindings()
  const rows = await reader.rows<WaitingOrder & { count: number }>(
    `with waiting as (select o.* from orders o where ${mine(reader, organization, to)} and o.status in (${states.map((state) => `'${state}'`).join(', ')}) order by ${order} limit ${WAITING_LIMIT})
    select (select count(*)::int from waiting) as count, o.id, o.number, o.buyer_name as "buyerName", o.status,
      o.total_minor::float8 as "totalMinor", o.currency, o.requested_on as "requestedOn", o.submitted_at as "submittedAt",
      coalesce(o.requested_on < ${to.bind(today(reader, organization))}, false) as "isLate"
    from waiting o order by ${order} limit ${to.bind(first)}`,
    to.values,
  )
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _, ...row }) => row) }
}

function mine(reader: Reader, { id }: OrganizationFacts, to: ReturnType<typeof bindings>): string {
  return `${sqlOf(reader.reach('orders'), 'o', to)} and o.organization_id = ${to.bind(id)}::uuid`
}

function today(reader: Reader, { zone }: OrganizationFacts): Day {
  return businessDay(reader.now, zone)
}
