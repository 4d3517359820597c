import { allocatePayment, mustFitAllocations, type Allocation, type OpenInvoice } from '@/domain/finance/rules'
import type { InvoiceRow } from '@/domain/finance/rows'
import type { Entry } from '@/domain/finance/ledger'
import { refuse } from '@/kernel/errors'
import type { Context } from '@/platform/operation'

/** Whose invoices, in which currency. */
export type Account = { organization: string; counterparty: string; currency: string }

const OPEN = `
select id from invoices where organization_id = $1::uuid and counterparty_id = $2::uuid and currency = $3
  and kind = 'invoice' and status = 'posted' and open_minor > 0`

/** Locks every open invoice of an account, in the order of their ids. The dealer's row is locked before. */
export async function lockOpenInvoices(
  ctx: Context,
  { organization, counterparty, currency }: Account,
): Promise<InvoiceRow[]> {
  const ids = await ctx.rows<{ id: string }>(OPEN, [organization, counterparty, currency], 'tf_open_invoices')
  return ctx.lockMany<InvoiceRow>(
    'invoices',
    ids.map((row) => row.id),
  )
}

/** Spreads money over an account's open invoices, the oldest due first (F7); what is left stays with its source. */
export async function oldestFirst(ctx: Context, account: Account, amountMinor: number): Promise<Entry[]> {
  const invoices = await lockOpenInvoices(ctx, account)
  return entriesOf(allocatePayment(amountMinor, invoices.map(openOf)).allocations, invoices)
}

/**
 * Locks the chosen invoices and checks the amounts against them and the source (F7). Refuses NOT_FOUND for an invoice
 * that is not this account's or not posted, CURRENCY_MIXED, OVER_ALLOCATE.
 */
export async function chosenEntries(
  ctx: Context,
  account: Account,
  chosen: readonly Allocation[],
  source: { number: string; remainingMinor: number },
): Promise<Entry[]> {
  const invoices = await ctx.lockMany<InvoiceRow>('invoices', [...new Set(chosen.map((row) => row.invoice))])
  for (const { invoice } of chosen) {
    const row = invoices.find((one) => one.id === invoice)
    mustBelong(row, account)
  }
  mustFitAllocations({
    allocations: chosen,
    invoices: invoices.map(openOf),
    payment: source,
    currency: account.currency,
  })
  return entriesOf(chosen, invoices)
}

function mustBelong(row: InvoiceRow | undefined, { organization, counterparty, currency }: Account): void {
  const isTheirs = row?.organization === organization && row.counterparty === counterparty
  if (!row || !isTheirs || row.status === 'draft' || row.kind !== 'invoice')
    return refuse('NOT_FOUND', { noun: 'The invoice' })
  if (row.currency !== currency) refuse('CURRENCY_MIXED', { left: row.currency, right: currency })
}

function entriesOf(allocations: readonly Allocation[], invoices: readonly InvoiceRow[]): Entry[] {
  return allocations.flatMap(({ invoice, amountMinor }) => {
    const row = invoices.find((one) => one.id === invoice)
    return row ? [{ invoice: row, amountMinor }] : []
  })
}

function openOf({ id, number, dueOn, openMinor }: InvoiceRow): OpenInvoice {
  return { id, number: number ?? '', dueOn: dueOn ?? '', openMinor }
}
