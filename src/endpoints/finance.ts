import { z } from 'zod'
import { ageing, balanceOf, partyOf, sellersOf, taxSummary } from '@/domain/finance'
import { orderedBetween } from '@/domain/sales'
import { invoiceRoutes } from '@/endpoints/invoices'
import { idOf, NoQuery } from '@/endpoints/params'
import { DayInput } from '@/kernel/period'
import { crudRoutes } from '@/platform/http/crud-routes'
import { paymentRoutes } from '@/endpoints/payments'
import { organizationFor } from '@/platform/access/acting'
import { queryRoute, type Route } from '@/platform/http/route'
import type { Reader } from '@/platform/reader'

const TaxRateFields = z.strictObject({
  name: z.string().trim().min(1).max(80),
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'must be two capital letters like US' }),
  region: z.string().max(80).nullable().optional(),
  taxClass: z.string().trim().min(1).max(40),
  ratePpm: z.int().min(-1_000_000).max(1_000_000),
  compound: z.boolean().optional(),
  fromDay: DayInput.nullable().optional(),
  toDay: DayInput.nullable().optional(),
  organization: z.uuid().optional(),
})

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
    answer: async ({ reader, params }) =>
      balanceBetween(reader, await partyOf(reader, idOf(params['id'], 'The dealer'))),
  }),
  queryRoute({
    method: 'GET',
    path: '/reports/ar-aging',
    tag: 'reports',
    summary: 'Open money by how late it is, in total and by dealer',
    permission: 'invoice.read',
    query: z.strictObject({ dealers: z.coerce.number().int().min(1).max(500).default(50) }),
    answer: ({ reader, principal, organization, query }) =>
      ageing(reader, organizationFor(principal, 'invoice.read', organization), query.dealers),
  }),
  queryRoute({
    method: 'GET',
    path: '/reports/tax-summary',
    tag: 'reports',
    summary: 'Taxes of posted invoices less credit notes, by tax and currency',
    permission: 'invoice.read',
    query: z.strictObject({ from: DayInput.optional(), to: DayInput.optional() }),
    answer: ({ reader, principal, organization, query }) =>
      taxSummary(reader, organizationFor(principal, 'invoice.read', organization), query),
  }),
  ...crudRoutes({
    slug: 'tax-rates',
    noun: 'The tax rate',
    path: '/tax-rates',
    tag: 'tax-rates',
    read: 'tax-rate.read',
    create: TaxRateFields,
    filters: ['country', 'taxClass'],
  }),
]

async function balanceBetween(reader: Reader, parties: { seller: string; buyer: string }) {
  return balanceOf(reader, { ...parties, orderedMinor: await orderedBetween(reader, parties) })
}
