import { allocate, type Source } from '@/domain/finance/ledger'
import type { InvoiceRow, PaymentRow } from '@/domain/finance/rows'
import type { Context } from '@/platform/operation'

const UNAPPLIED = `
select id from payments where organization_id = $1::uuid and counterparty_id = $2::uuid and currency = $3
  and direction = 'in' and status = 'cleared' and unapplied_minor > 0`
const NOTES = `
select id from invoices where organization_id = $1::uuid and counterparty_id = $2::uuid and currency = $3
  and kind = 'credit-note' and status = 'posted' and open_minor > 0`

/** Unapplied credit of an account, the oldest first; locked before the number is taken. */
export async function lockUnapplied(
  ctx: Context,
  { organization, counterparty, currency }: InvoiceRow,
): Promise<Source[]> {
  const account = [organization, counterparty, currency]
  const notes = await ctx.rows<{ id: string }>(NOTES, account, 'tf_open_credit_notes')
  const payments = await ctx.rows<{ id: string }>(UNAPPLIED, account, 'tf_unapplied_payments')
  const creditNotes = await ctx.lockMany<InvoiceRow>(
    'invoices',
    notes.map((row) => row.id),
  )
  const paid = await ctx.lockMany<PaymentRow>(
    'payments',
    payments.map((row) => row.id),
  )
  return [...creditNotes.map((creditNote) => ({ creditNote })), ...paid.map((payment) => ({ payment }))]
}

/** Settles a posted invoice from locked credit until one of them is used up (F6). */
export async function useCredit(ctx: Context, invoice: InvoiceRow, sources: readonly Source[]): Promise<void> {
  for (const source of sources) {
    const left = 'payment' in source ? source.payment.unappliedMinor : source.creditNote.openMinor
    const amountMinor = Math.min(left, invoice.openMinor)
    if (amountMinor > 0) await allocate(ctx, source, [{ invoice, amountMinor }], invoice.invoicedOn ?? '')
  }
}
