import { orderMachine } from '@/domain/sales/status'
import { businessDay, dayStart, addDays, type Day } from '@/kernel/period'
import { isPartial, type Scope } from '@/platform/access/scope'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import { escaped, hitsOf, matchesOf } from '@/domain/sales/queries/order-search'
import type { ListPage } from '@/domain/sales/rows'
import type { Reader } from '@/platform/reader'
import { statementName } from '@/platform/statement-name'

/** What a list of orders is narrowed by; `from` and `to` are the first and the last day of submission. */
export interface OrdersWish {
  /** an organization of the reader, seller or buyer; without it all of them */
  organization?: string | undefined
  status?: readonly string[] | undefined
  /** a group of states: open, done, cancelled */
  group?: string | undefined
  /** these orders only */
  ids?: readonly string[] | undefined
  number?: string | undefined
  poReference?: string | undefined
  /** the dealer's organization or the seller's record of it */
  dealer?: string | undefined
  /** a branch of the seller */
  sellerBranch?: string | undefined
  /** a branch of the buyer */
  buyerBranch?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
  /** open past the day it was wanted on */
  late?: boolean | undefined
  /** begins a number, a reference or a SKU, or is part of the buyer's name */
  q?: string | undefined
  cursor?: string | undefined
  page?: number | undefined
  limit: number
  /** true: counts, exactly up to 10,000 */
  count?: boolean | undefined
  /** zone of the days; default UTC */
  zone?: string | undefined
}

export interface OrderListed {
  id: string
  number: string | null
  status: string
  seller: string
  sellerName: string
  buyer: string
  buyerName: string
  sellerBranch: string | null
  sellerBranchName: string | null
  buyerBranch: string | null
  buyerBranchName: string | null
  poReference: string | null
  requestedOn: Day | null
  currency: string
  totalMinor: number
  lineCount: number
  createdAt: Date
  submittedAt: Date | null
}

const COUNTED = 10_000
// Literal, so that the partial index of late orders fits.
const OPEN = "o.status in ('submitted', 'confirmed', 'processing', 'partially-shipped')"

/**
 * Orders the reader reaches from either side, the newest first. One lateral per organization keeps each part on its
 * index however long the history is; one row more than the limit says that there are more.
 */
export async function listOrders(reader: Reader, wish: OrdersWish): Promise<ListPage<OrderListed>> {
  const { limit, page = 1 } = wish
  if (!reachesAny(reader, wish)) return { rows: [], nextCursor: null, limit, ...(wish.count ? { total: 0 } : {}) }
  const to = bindings()
  const source = sourceOf(reader, wish, to, (page - 1) * limit + limit + 1)
  const text = `select o.id, o.number, o.status, o.organization_id as seller, s.name as "sellerName", o.counterparty_id as buyer, o.buyer_name as "buyerName",
      o.branch_id as "sellerBranch", x.name as "sellerBranchName", o.counterparty_branch_id as "buyerBranch", y.name as "buyerBranchName", o.po_reference as "poReference", o.requested_on as "requestedOn", o.currency, o.total_minor::float8 as "totalMinor",
      (select count(*) from order_lines l where l.order_id = o.id)::int as "lineCount", o.created_at as "createdAt", o.submitted_at as "submittedAt"
    from (select distinct on (id) * from (${source}) every order by id desc limit ${limit + 1} offset ${(page - 1) * limit}) o
    join organizations s on s.id = o.organization_id left join branches x on x.id = o.branch_id left join branches y on y.id = o.counterparty_branch_id order by o.id desc`
  const rows = await reader.rows<OrderListed>(text, to.values, nameOf(wish, text))
  const shown = rows.slice(0, limit)
  const counted = wish.count ? await countOrders(reader, wish) : {}
  return { rows: shown, nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null, limit, ...counted, ...(wish.page ? { page } : {}) }
}

// A prepared plan cannot follow the beginning of a word along an index, so searches stay unnamed; so do later pages, of
// which each would be a statement of its own.
function nameOf({ q, page = 1 }: OrdersWish, text: string): string | undefined {
  return q || page > 1 ? undefined : statementName('tf_orders', text)
}

async function countOrders(reader: Reader, wish: OrdersWish): Promise<{ total: number; totalCapped?: boolean }> {
  const to = bindings()
  const { cursor: _, ...all } = wish
  const source = sourceOf(reader, all, to, COUNTED + 1)
  const [row] = await reader.rows<{ n: number }>(`select count(distinct id)::int as n from (${source}) every`, to.values)
  const total = row?.n ?? 0
  return total > COUNTED ? { total: COUNTED, totalCapped: true } : { total }
}

function sourceOf(reader: Reader, wish: OrdersWish, to: Bindings, most: number): string {
  const scope = reader.reach('orders')
  const where = conditions(reader, wish, to)
  // Limits are numbers of ours and written out, and one organization is no list: then the kept plan costs no more than one
  // made for the values, and the server plans the statement once per connection instead of each time.
  const sorted = `order by o.id desc limit ${most}`
  if (isPartial(scope)) {
    const mine = wish.organization ? [`${to.bind(wish.organization)}::uuid in (o.organization_id, o.counterparty_id)`] : []
    return `select o.* from orders o where ${[sqlOf(scope, 'o', to), ...mine, ...where, ...(wish.q ? [matchesOf(wish.q, to)] : [])].join(' and ')} ${sorted}`
  }
  const states = statesOf(wish)
  const parts = sidesOf(scope, wish.organization).map(({ column, ids, also }) => {
    const each = ids.length === 1 ? `(select ${to.bind(ids[0])}::uuid as id) u` : `unnest(${to.bind(ids)}::uuid[]) u(id)`
    if (wish.q && column === 'organization_id') return searched(wish.q, { each, where, sorted }, to)
    // The seller's index leads on to the state, so each state is a lateral of its own; a buyer's history is short.
    const perState = states !== null && column === 'organization_id'
    const own = [`o.${column} = u.id`, ...also, ...(perState ? ['o.status = st.state'] : []), ...where, ...(wish.q ? [matchesOf(wish.q, to)] : [])].join(' and ')
    const perEach = `${each}${perState ? ` cross join unnest(${to.bind(states)}::enum_orders_status[]) st(state)` : ''}`
    return `select o.* from ${perEach} cross join lateral (select o.* from orders o where ${own} ${sorted}) o`
  })
  return parts.join(' union all ')
}

// Each way of meaning an order along its own index, the newest of each; the page takes the newest of all.
function searched(q: string, { each, where, sorted }: { each: string; where: readonly string[]; sorted: string }, to: Bindings): string {
  return hitsOf(q, to)
    .map(({ from, condition }) => `select o.* from ${each} cross join lateral (select o.* from ${from} where ${['o.organization_id = u.id', condition, ...where].join(' and ')} ${sorted}) o`)
    .join(' union all ')
}

function reachesAny(reader: Reader, wish: OrdersWish): boolean {
  const scope = reader.reach('orders')
  return isPartial(scope) || sidesOf(scope, wish.organization).length > 0
}

function sidesOf({ owners, parties }: Scope, organization: string | undefined) {
  const only = (ids: readonly string[]) => [...new Set(ids)].filter((id) => organization === undefined || id === organization)
  return [
    { column: 'organization_id', ids: only(owners), also: [] as string[] },
    { column: 'counterparty_id', ids: only(parties), also: ['o.shared_at is not null'] },
  ].filter((side) => side.ids.length > 0)
}

function conditions(reader: Reader, wish: OrdersWish, to: Bindings): string[] {
  const { number, poReference, dealer, sellerBranch, buyerBranch, late } = wish
  const states = statesOf(wish)
  return [
    ...(states ? [`o.status = any(${to.bind(states)}::enum_orders_status[])`] : []),
    ...rowsOf(wish, to),
    ...(number ? [`o.number ilike ${to.bind(`${escaped(number)}%`)}`] : []),
    ...(poReference ? [`o.po_reference ilike ${to.bind(`${escaped(poReference)}%`)}`] : []),
    ...(dealer ? [`o.counterparty_id in (select ${to.bind(dealer)}::uuid union select d.party_id from dealers d where d.id = ${to.bind(dealer)}::uuid)`] : []),
    ...(sellerBranch ? [`o.branch_id = ${to.bind(sellerBranch)}::uuid`] : []),
    ...(buyerBranch ? [`o.counterparty_branch_id = ${to.bind(buyerBranch)}::uuid`] : []),
    ...days(wish, to),
    ...(late ? [`o.requested_on < ${to.bind(businessDay(reader.now, wish.zone ?? 'UTC'))} and ${OPEN}`] : []),
  ]
}

function rowsOf({ ids, cursor }: OrdersWish, to: Bindings): string[] {
  return [...(ids ? [`o.id = any(${to.bind(ids)}::uuid[])`] : []), ...(cursor ? [`o.id < ${to.bind(cursor)}::uuid`] : [])]
}

function statesOf({ status, group }: OrdersWish): string[] | null {
  if (!status && !group) return null
  const states = Object.entries(orderMachine.states)
  const grouped = group ? states.filter(([, state]) => state.group === group).map(([name]) => name) : states.map(([name]) => name)
  return status ? grouped.filter((name) => status.includes(name)) : grouped
}

function days({ from, to: last, zone = 'UTC' }: OrdersWish, to: Bindings): string[] {
  return [
    ...(from ? [`o.submitted_at >= ${to.bind(dayStart(from, zone))}::timestamptz`] : []),
    ...(last ? [`o.submitted_at < ${to.bind(dayStart(addDays(last, 1), zone))}::timestamptz`] : []),
  ]
}
