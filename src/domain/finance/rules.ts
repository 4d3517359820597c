import { formatMinor } from '@/kernel/currency'
import { refuse } from '@/kernel/errors'
import { sumMinor } from '@/kernel/money'
import { addDays, isOverdue, type Day } from '@/kernel/period'

export type Settlement = 'open' | 'partial' | 'paid'

/** What is open of a posted invoice and how it is settled, from its total and allocations (F5); reversals are negative. */
export function settlementOf(
  totalMinor: number,
  allocations: readonly number[],
): { readonly openMinor: number; readonly settlement: Settlement } {
  const openMinor = totalMinor - sumMinor(allocations)
  if (openMinor <= 0) return { openMinor, settlement: 'paid' }
  return { openMinor, settlement: openMinor < totalMinor ? 'partial' : 'open' }
}

/** True for a posted invoice with an open amount whose due day has passed (F5); never stored. */
export function isInvoiceOverdue(
  invoice: { readonly status: string; readonly dueOn: Day; readonly openMinor: number },
  today: Day,
): boolean {
  return invoice.status === 'posted' && invoice.openMinor > 0 && isOverdue(invoice.dueOn, today)
}

export type OpenInvoice = {
  readonly id: string
  readonly number: string
  readonly dueOn: Day
  readonly openMinor: number
}

export type Allocation = { readonly invoice: string; readonly amountMinor: number }

/** Spreads a payment over open invoices, oldest due day first, then by id; what is left is unapplied credit (F7, F6). */
export function allocatePayment(
  amountMinor: number,
  invoices: readonly OpenInvoice[],
): { readonly allocations: readonly Allocation[]; readonly remainingMinor: number } {
  let remainingMinor = amountMinor
  const allocations: Allocation[] = []
  for (const invoice of [...invoices].sort(byDueDay)) {
    const part = Math.min(remainingMinor, invoice.openMinor)
    if (part <= 0) continue
    allocations.push({ invoice: invoice.id, amountMinor: part })
    remainingMinor -= part
  }
  return { allocations, remainingMinor }
}

/** Refuses OVER_ALLOCATE when chosen allocations exceed an invoice's open amount or what is left of the payment (F7). */
export function mustFitAllocations(chosen: {
  readonly allocations: readonly Allocation[]
  readonly invoices: readonly OpenInvoice[]
  readonly payment: { readonly number: string; readonly remainingMinor: number }
  readonly currency: string
}): void {
  const { allocations, payment, currency } = chosen
  for (const invoice of chosen.invoices) {
    const wanted = sumMinor(allocations.filter((row) => row.invoice === invoice.id).map((row) => row.amountMinor))
    mustFit(wanted, { document: invoice.number, openMinor: invoice.openMinor }, currency)
  }
  const total = sumMinor(allocations.map((row) => row.amountMinor))
  mustFit(total, { document: payment.number, openMinor: payment.remainingMinor }, currency)
}

/** What a payment has left to allocate or refund (F6); allocations taken back are negative rows. */
export function remainingCredit(payment: {
  readonly amountMinor: number
  readonly allocations: readonly number[]
  readonly refunds?: readonly number[]
}): number {
  return payment.amountMinor - sumMinor(payment.allocations) - sumMinor(payment.refunds ?? [])
}

/** The open money of a dealer by the place it has in the chain order → shipment → invoice → payment; each counts once. */
export type CreditFacts = {
  /** confirmed or submitted, not shipped and not cancelled */
  readonly unshippedMinor: number
  /** shipped, not on a posted invoice */
  readonly unbilledMinor: number
  /** open amounts of posted invoices */
  readonly receivableMinor: number
  /** payments not allocated */
  readonly unappliedMinor: number
}

/** Credit exposure in minor units (S16). */
export function creditExposure(facts: CreditFacts): number {
  return sumMinor([facts.unshippedMinor, facts.unbilledMinor, facts.receivableMinor, -facts.unappliedMinor])
}

/** Refuses CREDIT_EXCEEDED when the exposure with this document passes the limit (S16); a null limit is no limit. */
export function mustBeWithinCredit(asked: {
  readonly limitMinor: number | null
  readonly facts: CreditFacts
  /** amount of the document that is not yet in the facts */
  readonly documentMinor: number
  readonly currency: string
}): void {
  const exposure = sumMinor([creditExposure(asked.facts), asked.documentMinor])
  if (asked.limitMinor === null || exposure <= asked.limitMinor) return
  const speak = (minor: number): string => formatMinor(minor, asked.currency)
  refuse('CREDIT_EXCEEDED', { limit: speak(asked.limitMinor), exposure: speak(exposure) })
}

/** Due day of an invoice: its date plus the days of the payment terms. */
export function dueDay(invoiceOn: Day, terms: { readonly days: number }): Day {
  return addDays(invoiceOn, terms.days)
}

function mustFit(wanted: number, target: { document: string; openMinor: number }, currency: string): void {
  if (wanted <= target.openMinor) return
  const speak = (minor: number): string => formatMinor(minor, currency)
  refuse('OVER_ALLOCATE', { amount: speak(wanted), document: target.document, open: speak(target.openMinor) })
}

function byDueDay(a: OpenInvoice, b: OpenInvoice): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  return a.id < b.id ? -1 : 1
}
