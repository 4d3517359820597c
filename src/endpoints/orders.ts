import { z } from 'zod'
import { dealerPage } from '@/domain/network'
import { relatedInvoices } from '@/domain/finance'
import {
  addOrderLine,
  annotateOrder,
  cancelOrder,
  cancelOrderLine,
  closeOrder,
  confirmOrder,
  discardOrder,
  draftOrder,
  editOrder,
  listOrders,
  orderActions,
  orderPage,
  orderView,
  placeOrder,
  processOrder,
  quoteFor,
  QuoteLines,
  reconsiderOrder,
  removeOrderLine,
  setOrderLine,
  shipOrder,
  submitOrder,
  trackingOf,
} from '@/domain/sales'
import { timelineOf } from '@/domain/core'
import { orderFileRoute } from '@/endpoints/order-file'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { DayInput } from '@/kernel/period'
import { organizationFor } from '@/platform/access/acting'
import { listRoute, operationRoute, queryRoute, type Route, type RouteCall } from '@/platform/http/route'

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')

const OrdersQuery = z.strictObject({
  ...PageQuery,
  page: z.coerce.number().int().min(1).max(400).optional(),
  status: z.string().max(200).transform((text) => text.split(',')).optional(),
  group: z.enum(['open', 'done', 'cancelled']).optional(),
  number: z.string().max(24).optional(),
  poReference: z.string().max(60).optional(),
  dealer: z.uuid().optional(),
  sellerBranch: z.uuid().optional(),
  buyerBranch: z.uuid().optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  late: Flag.optional(),
  q: z.string().trim().max(120).optional(),
  count: Flag.default(true),
})

const quoteLines = z.string().max(20_000).transform((text, context) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' })
    return z.NEVER
  }
})

/** Orders from both sides: lists, pages, and every verb of their life. */
export const orderRoutes: Route[] = [
  listRoute({
    method: 'GET',
    path: '/orders',
    tag: 'orders',
    summary: 'Orders, the newest first',
    permission: 'order.read',
    query: OrdersQuery,
    page: (call) => listOrders(call.reader, { ...call.query, ...chosen(call) }),
  }),
  listRoute({
    method: 'GET',
    path: '/dealers/:id/orders',
    tag: 'dealers',
    summary: 'The orders of a dealer',
    permission: 'order.read',
    query: OrdersQuery.omit({ dealer: true }),
    page: async (call) => listOrders(call.reader, { ...call.query, ...chosen(call), dealer: await partyOf(call) }),
  }),
  operationRoute({ method: 'POST', path: '/orders', tag: 'orders', status: 201, operation: placeOrder }),
  queryRoute({
    method: 'GET',
    path: '/orders/quote',
    tag: 'orders',
    summary: 'What lines would cost a dealer now',
    permission: 'order.create',
    query: z.strictObject({ dealer: z.uuid(), lines: quoteLines.pipe(QuoteLines) }),
    answer: ({ reader, principal, organization, query }) => quoteFor(reader, organizationFor(principal, 'order.create', organization), query.dealer, query.lines),
  }),
  orderFileRoute,
  operationRoute({ method: 'POST', path: '/orders/draft', tag: 'orders', status: 201, operation: draftOrder }),
  orderQuery('', 'One order with lines, shipments, invoices and what can be done now', ({ reader }, id) => orderPage(reader, id)),
  orderQuery('/actions', 'What may be done with an order now', ({ reader }, id) => orderActions(reader, id)),
  orderQuery('/tracking', 'Where an order is', ({ reader }, id) => trackingOf(reader, id)),
  orderQuery('/timeline', 'What happened to an order', ({ reader }, id) => timelineOf(reader, 'orders', id)),
  orderQuery('/invoice', 'The newest invoice of an order, and all of them', invoicesOf),
  operationRoute({ method: 'PATCH', path: '/orders/:id', tag: 'orders', operation: editOrder }),
  operationRoute({ method: 'DELETE', path: '/orders/:id', tag: 'orders', operation: discardOrder }),
  operationRoute({ method: 'POST', path: '/orders/:id/lines', tag: 'orders', status: 201, operation: addOrderLine, input: ({ params, body }) => ({ ...params, line: body }) }),
  operationRoute({ method: 'PATCH', path: '/orders/:id/lines/:line', tag: 'orders', operation: setOrderLine }),
  operationRoute({ method: 'DELETE', path: '/orders/:id/lines/:line', tag: 'orders', operation: removeOrderLine }),
  ...Object.entries({
    submit: submitOrder,
    confirm: confirmOrder,
    process: processOrder,
    ship: shipOrder,
    cancel: cancelOrder,
    'cancel-line': cancelOrderLine,
    close: closeOrder,
    annotate: annotateOrder,
    discard: discardOrder,
    reconsider: reconsiderOrder,
    'add-line': addOrderLine,
    'set-line': setOrderLine,
    'remove-line': removeOrderLine,
  }).map(([verb, operation]) => operationRoute({ method: 'POST', path: `/orders/:id/${verb}`, tag: 'orders', operation })),
]

function orderQuery(path: string, summary: string, answer: (call: RouteCall, id: string) => Promise<unknown>): Route {
  return queryRoute({
    method: 'GET',
    path: `/orders/:id${path}`,
    tag: 'orders',
    summary,
    permission: 'order.read',
    query: NoQuery,
    answer: (call) => answer(call, idOf(call.params['id'], 'The order')),
  })
}

// A dealer is named by HQ's record of it, or by its own people as their organization.
async function partyOf({ reader, principal, params }: RouteCall): Promise<string> {
  const id = idOf(params['id'], 'The dealer')
  const isOwn = principal.memberships.some((one) => one.organization.id === id)
  return isOwn ? id : (await dealerPage(reader, id)).party
}

async function invoicesOf({ reader }: RouteCall, id: string) {
  const { number } = await orderView(reader, id)
  const invoices = await relatedInvoices(reader, { order: id })
  const [newest] = invoices.filter((one) => one.kind === 'invoice' && one.status === 'posted')
  if (!newest) return refuse('NOT_FOUND', { noun: `An invoice of order ${number ?? ''}`.trim() })
  return { ...newest, pdf: `/api/v1/invoices/${newest.id}/pdf`, invoices }
}

// The organization the person works in narrows the list; its zone decides where days begin.
function chosen({ principal, organization }: RouteCall): { organization?: string; zone?: string } {
  if (organization === null) return { zone: principal.memberships[0]?.organization.zone ?? 'UTC' }
  const { id, zone } = organizationFor(principal, 'order.read', organization)
  return { organization: id, zone }
}
