import type { z } from 'zod'
import type { invoicePosted, paymentCleared } from '@/domain/finance/events'
import type { InvoiceRow, PaymentRow } from '@/domain/finance/rows'
import type { Subject } from '@/platform/operation'

/** What an event says of an invoice. */
export function invoiceFacts(invoice: InvoiceRow): z.input<typeof invoicePosted.schema> {
  return {
    invoice: invoice.id,
    number: invoice.number ?? '',
    kind: invoice.kind,
    order: invoice.order,
    shipment: invoice.shipment,
    creditOf: invoice.creditOf,
    buyer: invoice.counterparty,
    buyerName: invoice.buyerName,
    sellerName: invoice.seller?.name ?? '',
    totalMinor: invoice.totalMinor,
    currency: invoice.currency,
    invoicedOn: invoice.invoicedOn ?? '',
    dueOn: invoice.dueOn ?? '',
  }
}

/** What an event says of a payment. */
export function paymentFacts(payment: PaymentRow): z.input<typeof paymentCleared.schema> {
  const { number, buyerName, amountMinor, unappliedMinor, currency, method, reference, receivedOn } = payment
  return { payment: payment.id, buyer: payment.counterparty, number, buyerName, amountMinor, unappliedMinor, currency, method, reference, receivedOn }
}

/** The row an event is about. */
export function subjectOf(type: 'invoices' | 'payments', row: InvoiceRow | PaymentRow): Subject {
  return { type, id: row.id, organization: row.organization, counterparty: row.counterparty }
}

/** The tenancy columns a row hands to rows that belong to it. */
export function tenantOf(row: InvoiceRow | PaymentRow) {
  const { organization, tree, branch, counterparty, counterpartyBranch, sharedAt } = row
  return { organization, tree, branch, counterparty, counterpartyBranch, sharedAt }
}
