import type { Entry } from '@/domain/finance/ledger'
import type { InvoiceRow } from '@/domain/finance/rows'
import type { Context } from '@/platform/operation'

const NET = `
select invoice_id as invoice, sum(amount_minor)::float8 as "amountMinor" from allocations
where payment_id = $1::uuid or credit_note_id = $2::uuid group by invoice_id having sum(amount_minor) <> 0`

/** The invoices a payment or credit note settles just now, locked in the order of their ids, and how much of each. */
export async function settledBy(ctx: Context, source: { payment?: string; creditNote?: string }): Promise<Entry[]> {
  const rows = await ctx.rows<{ invoice: string; amountMinor: number }>(
    NET,
    [source.payment ?? null, source.creditNote ?? null],
    'tf_settled_by',
  )
  const invoices = await ctx.lockMany<InvoiceRow>(
    'invoices',
    rows.map((row) => row.invoice),
  )
  return invoices.map((invoice) => ({
    invoice,
    amountMinor: rows.find((row) => row.invoice === invoice.id)?.amountMinor ?? 0,
  }))
}
