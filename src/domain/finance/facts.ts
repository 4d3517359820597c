import type { z } from 'zod'
import type { invoicePosted, paymentCleared } from '@/domain/finance/events'
import type { InvoiceRow, PaymentRow } from '@/domain/finance/rows'
import type { Context, Subject } from '@/platform/operation'

/** What an event says of an invoice. */
export async function invoiceFacts(ctx: Context, invoice: InvoiceRow): Promise<z.input<typeof invoicePosted.schema>> {
  const { kind, order, shipment, creditOf, buyerName, totalMinor, currency } = invoice
  const { slug: buyerSlug } = await ctx.organizationFacts(invoice.counterparty)
  return {
    ...{ kind, order, shipment, creditOf, buyerName, buyerSlug, totalMinor, currency },
    invoice: invoice.id,
    number: invoice.number ?? '',
    buyer: invoice.counterparty,
    sellerName: invoice.seller?.name ?? '',
    invoicedOn: invoice.invoicedOn ?? '',
    dueOn: invoice.dueOn ?? '',
  }
}

/** What an event says of a payment. */
export async function paymentFacts(ctx: Context, payment: PaymentRow): Promise<z.input<typeof paymentCleared.schema>> {
  const { number, buyerName, amountMinor, unappliedMinor, currency, method, reference, receivedOn } = payment
  const { slug: buyerSlug } = await ctx.organizationFacts(payment.counterparty)
  const { name: sellerName } = await ctx.organizationFacts(payment.organization)
  return {
    ...{
      number,
      buyerName,
      buyerSlug,
      sellerName,
      amountMinor,
      unappliedMinor,
      currency,
      method,
      reference,
      receivedOn,
    },
    payment: payment.id,
    buyer: payment.counterparty,
  }
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
