import { z } from 'zod'
import { listInvoices, type InvoiceListed } from '@/domain/finance'
import { listFile } from '@/endpoints/list-file'
import { majorText } from '@/kernel/currency'
import { refuse } from '@/kernel/errors'
import { DayInput } from '@/kernel/period'
import { organizationFor } from '@/platform/access/acting'
import { chosenOrganization } from '@/platform/access/chosen'
import { principalOf } from '@/platform/access/principal'
import { parseInput } from '@/platform/http/parse-input'
import { rawRoute } from '@/platform/http/route'
import { readerFor } from '@/platform/reader'

const AT_ONCE = 100
const HEAD = ['Invoice', 'Kind', 'Status', 'Date', 'Due', 'Order', 'Your reference', 'Total', 'Open', 'Currency']

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')

const Query = z.strictObject({
  /** id, slug or code; a link cannot carry the header X-Organization */
  organization: z.string().max(80).optional(),
  kind: z.enum(['invoice', 'credit-note']).optional(),
  settlement: z.enum(['open', 'partial', 'paid']).optional(),
  unpaid: Flag.optional(),
  overdue: Flag.optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  q: z.string().trim().max(120).optional(),
})

/** The invoices of a list as a file at once, for a link of the portal. Credit notes count against: their figures are negative. */
export const invoiceFileRoute = rawRoute({
  method: 'GET',
  path: '/invoices/export',
  tag: 'invoices',
  summary: 'Invoices and credit notes as CSV, the newest first, at most 10,000',
  isPublic: false,
  respond: async (req) => {
    const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
    const { organization: asked, ...query } = await parseInput(Query, Object.fromEntries(new URL(req.url ?? 'http://localhost').searchParams))
    const organization = organizationFor(principal, 'invoice.read', asked ?? chosenOrganization(req.headers))
    const side = organization.kind === 'hq' ? { seller: organization.id } : { buyer: organization.id }
    const [reader, wish] = [readerFor(req.payload, principal), { ...query, ...side, limit: AT_ONCE }]
    return listFile<InvoiceListed>({ name: 'invoices', organization, head: HEAD, cells: cellsOf, page: (cursor) => listInvoices(reader, { ...wish, cursor }) })
  },
})

function cellsOf(row: InvoiceListed): string[] {
  const { number, kind, invoicedOn, dueOn, orderNumber, poReference, totalMinor, openMinor, currency } = row
  const isCredit = kind === 'credit-note'
  const figure = (minor: number) => majorText(isCredit ? -minor : minor, currency)
  return [number ?? '', isCredit ? 'Credit note' : 'Invoice', standingOf(row), invoicedOn ?? '', (isCredit ? null : dueOn) ?? '', orderNumber ?? '', poReference ?? '', figure(totalMinor), figure(openMinor), currency]
}

const SETTLED = { open: 'Open', partial: 'Partly paid', paid: 'Paid' } as const

function standingOf({ status, kind, settlement, isOverdue }: InvoiceListed): string {
  if (status !== 'posted') return status === 'void' ? 'Void' : 'Draft'
  if (kind === 'credit-note') return settlement === 'paid' ? 'Used' : 'Credit'
  return isOverdue ? 'Overdue' : SETTLED[settlement]
}
