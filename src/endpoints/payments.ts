import { z } from 'zod'
import { timelineOf } from '@/domain/core'
import {
  allocatePayment,
  cancelPayment,
  clearPayment,
  listPayments,
  paymentPage,
  recordPayment,
  reversePayment,
  unallocatePayment,
} from '@/domain/finance'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { DayInput } from '@/kernel/period'
import { listRoute, operationRoute, queryRoute, type Route, type RouteCall } from '@/platform/http/route'

const PaymentsQuery = z.strictObject({
  ...PageQuery,
  status: z.enum(['pending', 'cleared', 'cancelled', 'reversed']).optional(),
  seller: z.uuid().optional(),
  buyer: z.uuid().optional(),
  unapplied: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  sellerBranch: z.uuid().optional(),
  q: z.string().trim().max(120).optional(),
})

/** Payments from both sides and their verbs. */
export const paymentRoutes: Route[] = [
  listRoute({
    method: 'GET',
    path: '/payments',
    tag: 'payments',
    summary: 'Payments, the newest first',
    permission: 'payment.read',
    query: PaymentsQuery,
    page: ({ reader, query }) => listPayments(reader, query),
  }),
  operationRoute({ method: 'POST', path: '/payments', tag: 'payments', status: 201, operation: recordPayment }),
  paymentQuery('', 'One payment with its allocations and what can be done now', ({ reader }, id) =>
    paymentPage(reader, id),
  ),
  paymentQuery(
    '/actions',
    'What may be done with a payment now',
    async ({ reader }, id) => (await paymentPage(reader, id)).actions,
  ),
  paymentQuery('/timeline', 'What happened to a payment', ({ reader }, id) => timelineOf(reader, 'payments', id)),
  ...Object.entries({
    clear: clearPayment,
    cancel: cancelPayment,
    allocate: allocatePayment,
    unallocate: unallocatePayment,
    reverse: reversePayment,
  }).map(([verb, operation]) =>
    operationRoute({ method: 'POST', path: `/payments/:id/${verb}`, tag: 'payments', operation }),
  ),
]

function paymentQuery(path: string, summary: string, answer: (call: RouteCall, id: string) => Promise<unknown>): Route {
  return queryRoute({
    method: 'GET',
    path: `/payments/:id${path}`,
    tag: 'payments',
    summary,
    permission: 'payment.read',
    query: NoQuery,
    answer: (call) => answer(call, idOf(call.params['id'], 'The payment')),
  })
}
