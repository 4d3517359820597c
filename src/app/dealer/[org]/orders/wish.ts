import { dayOf, hrefOf, idOf, one, oneOf, type Query, type Search } from '../_portal/address'

export const GROUPS = [
  { show: undefined, label: 'All' },
  { show: 'open', label: 'Open' },
  { show: 'done', label: 'Shipped and done' },
  { show: 'cancelled', label: 'Cancelled' },
] as const

/** What the address of the order list asks for. */
export interface OrdersWish {
  show: 'open' | 'done' | 'cancelled' | undefined
  q: string | undefined
  /** a branch of one's own */
  branch: string | undefined
  from: string | undefined
  to: string | undefined
}

/** Reads the address; what makes no sense is left out. */
export function wishOf(search: Search): OrdersWish {
  return { show: oneOf(search, 'show', ['open', 'done', 'cancelled']), q: one(search, 'q')?.slice(0, 80), branch: idOf(search, 'branch'), from: dayOf(search, 'from'), to: dayOf(search, 'to') }
}

/** The wish as an address, with some of it changed. */
export const queryOf = (wish: OrdersWish, change: Query = {}): Query => ({ ...wish, ...change })

/** The file of the same orders. */
export function fileOf({ show, branch, ...wish }: Partial<OrdersWish>, { id, slug }: { id: string; slug: string }): string {
  return hrefOf('/api/v1/orders/export', { organization: slug, dealer: id, group: show, buyerBranch: branch, ...wish })
}

/** The wish as the query asks for it: what this organization bought. */
export function ordersOf({ show, branch, ...wish }: OrdersWish, { id, zone }: { id: string; zone: string }) {
  return { ...wish, buyerBranch: branch, group: show, organization: id, dealer: id, zone }
}
