import { z } from 'zod'
import { ageing, balanceOf, sellersOf, partyOf } from '@/domain/finance'
import { orderedBetween } from '@/domain/sales'
import { invoiceRoutes } from '@/endpoints/invoices'
import { idOf, NoQuery } from '@/endpoints/params'
import { paymentRoutes } from '@/endpoints/payments'
import { organizationFor } from '@/platform/access/acting'
import { queryRoute, type Route } from '@/platform/http/route'
import type { Reader } from '@/platform/reader'

/** What is billed, paid and open. */
export const financeRoutes: Route[] = [
  ...invoiceRoutes,
  ...paymentRoutes,
  queryRoute({
    method: 'GET',
    path: '/balances',
    tag: 'invoices',
    summary: 'What the organization one works in owes each of its sellers, and what it may still order',
    permission: 'invoice.read',
    query: NoQuery,
    answer: async ({ reader, principal, organization }) => {
      const { id: buyer } = organizationFor(principal, 'invoice.read', organization)
      const sellers = await sellersOf(reader, buyer)
      return Promise.all(sellers.map((seller) => balanceBetween(reader, { seller, buyer })))
    },
  }),
  queryRoute({
    method: 'GET',
    path: '/dealers/:id/balance',
    tag: 'dealers',
    summary: 'What a dealer owes, and what it may still order',
    permission: 'invoice.read',
    query: NoQuery,
    answer: async ({ reader, params }) => balanceBetween(reader, await partyOf(reader, idOf(params['id'], 'The dealer'))),
  }),
  queryRoute({
    method: 'GET',
    path: '/reports/ar-aging',
    tag: 'reports',
    summary: 'Open money by how late it is, in total and by dealer',
    permission: 'invoice.read',
    query: z.strictObject({ dealers: z.coerce.number().int().min(1).max(500).default(50) }),
    answer: ({ reader, principal, organization, query }) => ageing(reader, organizationFor(principal, 'invoice.read', organization), query.dealers),
  }),
]

async function balanceBetween(reader: Reader, parties: { seller: string; buyer: string }) {
  return balanceOf(reader, { ...parties, orderedMinor: await orderedBetween(reader, parties) })
}
