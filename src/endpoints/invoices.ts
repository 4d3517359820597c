import { z } from 'zod'
import {
  annotateInvoice,
  applyCreditNote,
  creditInvoice,
  deleteDraft,
  draftInvoice,
  invoicePage,
  invoiceView,
  listInvoices,
  postInvoice,
  resendInvoice,
  voidInvoice,
} from '@/domain/finance'
import { timelineOf } from '@/domain/core'
import { printInvoice } from '@/domain/finance/print'
import { fileFor } from '@/domain/content'
import { invoiceFileRoute } from '@/endpoints/invoice-file'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { isDomainError, refuse } from '@/kernel/errors'
import { DayInput } from '@/kernel/period'
import { principalOf } from '@/platform/access/principal'
import { readStored } from '@/platform/files'
import { download } from '@/platform/http/download'
import { listRoute, operationRoute, queryRoute, rawRoute, type Route, type RouteCall } from '@/platform/http/route'
import { readerFor, type Reader } from '@/platform/reader'

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')

const InvoicesQuery = z.strictObject({
  ...PageQuery,
  kind: z.enum(['invoice', 'credit-note']).optional(),
  status: z.enum(['draft', 'posted', 'void']).optional(),
  settlement: z.enum(['open', 'partial', 'paid']).optional(),
  overdue: Flag.optional(),
  seller: z.uuid().optional(),
  buyer: z.uuid().optional(),
  order: z.uuid().optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  sellerBranch: z.uuid().optional(),
  q: z.string().trim().max(120).optional(),
})

/** Invoices and credit notes from both sides, their verbs and their PDF. */
export const invoiceRoutes: Route[] = [
  listRoute({
    method: 'GET',
    path: '/invoices',
    tag: 'invoices',
    summary: 'Invoices and credit notes, the newest first',
    permission: 'invoice.read',
    query: InvoicesQuery,
    page: ({ reader, query }) => listInvoices(reader, query),
  }),
  operationRoute({ method: 'POST', path: '/invoices', tag: 'invoices', status: 201, operation: draftInvoice }),
  invoiceFileRoute,
  invoiceQuery('', 'One invoice with lines, taxes, allocations and what can be done now', ({ reader }, id) =>
    invoicePage(reader, id),
  ),
  invoiceQuery(
    '/actions',
    'What may be done with an invoice now',
    async ({ reader }, id) => (await invoicePage(reader, id)).actions,
  ),
  invoiceQuery('/timeline', 'What happened to an invoice', ({ reader }, id) => timelineOf(reader, 'invoices', id)),
  operationRoute({ method: 'PATCH', path: '/invoices/:id', tag: 'invoices', operation: annotateInvoice }),
  operationRoute({ method: 'DELETE', path: '/invoices/:id', tag: 'invoices', operation: deleteDraft }),
  ...Object.entries({
    post: postInvoice,
    void: voidInvoice,
    credit: creditInvoice,
    'apply-credit': applyCreditNote,
    send: resendInvoice,
    annotate: annotateInvoice,
    delete: deleteDraft,
  }).map(([verb, operation]) =>
    operationRoute({ method: 'POST', path: `/invoices/:id/${verb}`, tag: 'invoices', operation }),
  ),
  rawRoute({
    method: 'GET',
    path: '/invoices/:id/pdf',
    tag: 'invoices',
    summary: 'The printed invoice',
    isPublic: false,
    respond: async (req, params) => {
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      return pdfOf(readerFor(req.payload, principal), idOf(params['id'], 'The invoice'))
    },
  }),
]

function invoiceQuery(path: string, summary: string, answer: (call: RouteCall, id: string) => Promise<unknown>): Route {
  return queryRoute({
    method: 'GET',
    path: `/invoices/:id${path}`,
    tag: 'invoices',
    summary,
    permission: 'invoice.read',
    query: NoQuery,
    answer: (call) => answer(call, idOf(call.params['id'], 'The invoice')),
  })
}

// A posted invoice is what was kept of it; before that, and with the mark of a void or a draft, it is printed on the spot.
async function pdfOf(reader: Reader, id: string): Promise<Response> {
  const invoice = await invoiceView(reader, id)
  const kept = invoice.status === 'posted' && invoice.pdf ? await keptPdf(reader, invoice.pdf) : null
  const bytes = kept ?? (await printInvoice(reader, invoice))
  return download(bytes, { name: `${invoice.number ?? 'draft'}.pdf`, mime: 'application/pdf', inline: true })
}

async function keptPdf(reader: Reader, file: string): Promise<Buffer | null> {
  const found = await fileFor(reader, file).catch((error: unknown) =>
    isDomainError(error) ? null : Promise.reject(error),
  )
  return found && readStored(found.storageKey, found.sha256)
}
