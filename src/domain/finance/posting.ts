import { fiscalYearStart, termsDays } from '@/domain/finance/settings'
import { invoicePosted } from '@/domain/finance/events'
import { invoiceFacts, subjectOf } from '@/domain/finance/facts'
import type { CreditStanding } from '@/domain/finance/credit'
import type { InvoiceLineRow, InvoiceRow } from '@/domain/finance/rows'
import { dueDay } from '@/domain/finance/rules'
import { sellerSnapshot } from '@/domain/finance/parties'
import { invoiceNumbers } from '@/domain/finance/sequences'
import { invoiceMachine } from '@/domain/finance/status'
import { refuse } from '@/kernel/errors'
import { allOf } from '@/kernel/all-of'
import { businessDay, type Day } from '@/kernel/period'
import type { Context } from '@/platform/operation'

/**
 * Makes a draft final (F1): day and due day in the seller's zone, the seller as it is now, shared with the buyer, and last of all its number from
 * the locked counter of (organization, series, fiscal year). The row given is brought up to date. Emits invoice.posted.
 */
export async function finalise(ctx: Context, invoice: InvoiceRow, standing: CreditStanding): Promise<void> {
  const seller = await ctx.organizationFacts(invoice.organization)
  const [lines, days, firstMonth, from] = await allOf(
    ctx.find<InvoiceLineRow>('invoice-lines', { invoice: invoice.id }),
    termsOf(ctx, invoice, standing),
    ctx.setting(fiscalYearStart, seller.id),
    sellerSnapshot(ctx, seller.id),
    // What is announced names the buyer; asked for now, the counter below is held the shorter.
    ctx.organizationFacts(invoice.counterparty),
  )
  if (lines.length === 0) refuse('LINES_MISSING', { noun: 'The invoice' })
  const invoicedOn = businessDay(ctx.now, seller.zone)
  const fiscalYear = fiscalYearOf(invoicedOn, firstMonth)
  const { number, seq } = await ctx.number(invoiceNumbers, seller.id, { series: invoice.series, year: fiscalYear })
  const posted = {
    number,
    numberSeq: seq,
    seller: from,
    fiscalYear,
    invoicedOn,
    dueOn: dueDay(invoicedOn, { days }),
    openMinor: invoice.totalMinor,
    settlement: invoice.totalMinor === 0 ? ('paid' as const) : ('open' as const),
    postedAt: ctx.now,
    sharedAt: ctx.now,
  }
  ctx.transition(invoiceMachine, 'invoices', { ...invoice, noun: nounOf(invoice) }, 'post', posted)
  for (const line of lines) ctx.update('invoice-lines', line.id, { sharedAt: ctx.now })
  Object.assign(invoice, posted, { status: 'posted' })
  ctx.emit(invoicePosted, subjectOf('invoices', invoice), await invoiceFacts(ctx, invoice))
}

async function termsOf(ctx: Context, { kind, organization }: InvoiceRow, standing: CreditStanding): Promise<number> {
  return kind === 'credit-note' ? 0 : (standing.termsDays ?? (await ctx.setting(termsDays, organization)))
}

/** The word a sentence begins with. */
export function nounOf(invoice: Pick<InvoiceRow, 'kind'>): string {
  return invoice.kind === 'credit-note' ? 'Credit note' : 'Invoice'
}

/** The fiscal year a day falls in, named after the calendar year it begins in. */
export function fiscalYearOf(day: Day, firstMonth: number): number {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= firstMonth ? year : year - 1
}
