import type { Payload } from 'payload'
import { attachPdf, invoicePosted, invoiceView } from '@/domain/finance'
import { pdfKey, printInvoice } from '@/domain/finance/print'
import { loadOrganization } from '@/platform/access/load-principal'
import { systemPrincipal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { storeFile } from '@/platform/files'
import { perform } from '@/platform/perform'
import { after, type HappenedEvent, type Job } from '@/platform/queue/jobs'
import { readerFor } from '@/platform/reader'

/** What finance does after events: a posted invoice is printed and kept. */
export const financeJobs: readonly Job[] = [after(invoicePosted, 'invoice.pdf', printPosted)]

// Running twice stores equal bytes under the same key, and the second attachment finds the first.
async function printPosted(payload: Payload, event: HappenedEvent): Promise<void> {
  const organization = await loadOrganization(poolOf(payload), event.organization)
  if (!organization) throw new Error(`The organization of event ${event.id} does not exist.`)
  const principal = systemPrincipal(organization)
  const reader = readerFor(payload, principal)
  const invoice = await invoiceView(reader, event.subject.id)
  if (invoice.pdf || invoice.status !== 'posted') return
  const stored = await storeFile(pdfKey(invoice), await printInvoice(reader, invoice))
  const facts = { requestId: event.id.slice(0, 64), ip: null, agent: null }
  await perform(attachPdf, { id: invoice.id, ...stored }, { payload, principal, facts })
}
