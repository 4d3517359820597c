import { lockCredit, type CreditStanding } from '@/domain/finance/credit'
import type { InvoiceRow, PaymentRow } from '@/domain/finance/rows'
import { allOf } from '@/kernel/all-of'
import { refuse } from '@/kernel/errors'
import type { Context } from '@/platform/operation'

// Order of locks in every operation that moves money: dealer, invoices by id, payments by id, counter of numbers.

/** Locks the dealer's row, then the invoice. Refuses NOT_FOUND for what the permission does not reach as its owner. */
export async function lockInvoice(
  ctx: Context,
  id: string,
  permission: string,
): Promise<{ invoice: InvoiceRow; standing: CreditStanding }> {
  const [seen] = await ctx.find<InvoiceRow>('invoices', { id })
  if (!seen) return refuse('NOT_FOUND', { noun: 'The invoice' })
  // Asked for at once, locked in this order.
  const [standing, invoice] = await allOf(lockAccount(ctx, seen), ctx.lock<InvoiceRow>('invoices', id, { permission, side: 'owner', noun: 'The invoice' }))
  return { invoice, standing }
}

/** The payment as it is before any lock; the lock that follows decides whether it may be touched. */
export async function seePayment(ctx: Context, id: string): Promise<PaymentRow> {
  const [seen] = await ctx.find<PaymentRow>('payments', { id })
  return seen ?? refuse('NOT_FOUND', { noun: 'The payment' })
}

/** Locks the payment itself; dealer and invoices are locked before. */
export async function lockPayment(ctx: Context, id: string, permission: string): Promise<PaymentRow> {
  return ctx.lock<PaymentRow>('payments', id, { permission, side: 'owner', noun: 'The payment' })
}

/** Locks the dealer's row that stands above a document's money. */
export async function lockAccount(ctx: Context, row: InvoiceRow | PaymentRow): Promise<CreditStanding> {
  return lockCredit(ctx, { seller: row.organization, buyer: row.counterparty })
}
