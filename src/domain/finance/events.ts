import { z } from 'zod'
import { defineEvent } from '@/kernel/event'

const invoiceFacts = z.object({
  invoice: z.uuid(),
  number: z.string(),
  kind: z.enum(['invoice', 'credit-note']),
  order: z.uuid().nullable(),
  shipment: z.uuid().nullable(),
  creditOf: z.uuid().nullable(),
  buyer: z.uuid(),
  buyerName: z.string(),
  buyerSlug: z.string(),
  sellerName: z.string(),
  totalMinor: z.int(),
  currency: z.string(),
  invoicedOn: z.string(),
  dueOn: z.string(),
})

const paymentFacts = z.object({
  payment: z.uuid(),
  number: z.string(),
  buyer: z.uuid(),
  buyerName: z.string(),
  buyerSlug: z.string(),
  sellerName: z.string(),
  amountMinor: z.int(),
  unappliedMinor: z.int(),
  currency: z.string(),
  method: z.string(),
  reference: z.string().nullable(),
  receivedOn: z.string(),
})

export const invoicePosted = defineEvent({
  name: 'invoice.posted',
  schema: invoiceFacts,
  external: true,
  description: 'An invoice or credit note got its number and became final.',
})

export const invoiceVoided = defineEvent({
  name: 'invoice.voided',
  schema: invoiceFacts.extend({ reason: z.string() }),
  external: true,
  description: 'A posted invoice was voided; it keeps its number and what it billed is unbilled again.',
})

export const invoicePaid = defineEvent({
  name: 'invoice.paid',
  schema: invoiceFacts,
  external: true,
  description: 'Nothing of an invoice is open any more.',
})

export const invoiceResent = defineEvent({
  name: 'invoice.resent',
  schema: invoiceFacts,
  description: 'Somebody asked to tell the buyer about an invoice once more.',
})

export const paymentCleared = defineEvent({
  name: 'payment.cleared',
  schema: paymentFacts,
  external: true,
  description: 'A payment arrived and counts.',
})

export const paymentReversed = defineEvent({
  name: 'payment.reversed',
  schema: paymentFacts.extend({ reason: z.string() }),
  external: true,
  description: 'A payment came back; the invoices it settled are open again.',
})

export const financeEvents = [invoicePosted, invoiceVoided, invoicePaid, invoiceResent, paymentCleared, paymentReversed]
