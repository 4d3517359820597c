import { invoicePaid } from '@/domain/finance/events'
import { invoiceFacts, subjectOf, tenantOf } from '@/domain/finance/facts'
import type { InvoiceRow, PaymentRow } from '@/domain/finance/rows'
import { settlementOf } from '@/domain/finance/rules'
import type { Day } from '@/kernel/period'
import type { Context } from '@/platform/operation'

/** Where the money of an allocation comes from: a payment or a credit note. Both are locked by the caller. */
export type Source = { payment: PaymentRow } | { creditNote: InvoiceRow }

/** One entry: positive settles, negative takes back. */
export type Entry = { invoice: InvoiceRow; amountMinor: number }

/**
 * The only writer of allocations: one row per entry, and with it what is open of each invoice and left of the source
 * (F5-F7). The caller holds the locks of the dealer, the invoices and the source, and has checked the amounts; the
 * table's checks refuse an overdraft. Emits invoice.paid. The rows given are brought up to date.
 */
export async function allocate(ctx: Context, source: Source, entries: readonly Entry[], on: Day): Promise<void> {
  for (const { invoice, amountMinor } of entries) {
    ctx.insert('allocations', {
      ...tenantOf(invoice),
      payment: 'payment' in source ? source.payment.id : null,
      creditNote: 'creditNote' in source ? source.creditNote.id : null,
      invoice: invoice.id,
      amountMinor,
      at: ctx.now,
      onDay: on,
    })
    settle(ctx, invoice, amountMinor)
    if (invoice.settlement === 'paid')
      ctx.emit(invoicePaid, subjectOf('invoices', invoice), await invoiceFacts(ctx, invoice))
    draw(ctx, source, amountMinor)
  }
}

/** Changes what is open of an invoice or credit note and how it is settled. */
function settle(ctx: Context, invoice: InvoiceRow, amountMinor: number): void {
  Object.assign(invoice, settlementOf(invoice.totalMinor, [invoice.totalMinor - invoice.openMinor, amountMinor]))
  ctx.update('invoices', invoice.id, { openMinor: invoice.openMinor, settlement: invoice.settlement })
}

function draw(ctx: Context, source: Source, amountMinor: number): void {
  if ('creditNote' in source) return settle(ctx, source.creditNote, amountMinor)
  source.payment.unappliedMinor -= amountMinor
  ctx.update('payments', source.payment.id, { unappliedMinor: source.payment.unappliedMinor })
}
