import type { InvoiceLineRow } from '@/domain/finance/rows'
import type { TaxAmount } from '@/domain/finance/tax'
import { refuse } from '@/kernel/errors'
import { roundHalfAwayFromZero, sumMinor, toMinor } from '@/kernel/money'
import { subtractQuantity, sumQuantities, toText, type Quantity } from '@/kernel/quantity'

type Billed = Pick<InvoiceLineRow, 'lineNo' | 'quantity' | 'taxes' | 'netMinor' | 'taxMinor' | 'grossMinor'>

export type CreditedAmounts = { netMinor: number; taxMinor: number; grossMinor: number; taxes: TaxAmount[] }

/** What of an invoice line is not credited yet. */
export function creditableQuantity(line: Billed, credited: readonly Billed[]): Quantity {
  return subtractQuantity(line.quantity, sumQuantities(credited.map((row) => row.quantity)))
}

/**
 * The amounts of crediting a quantity of an invoice line (F4): its own net and its own taxes in proportion, rounded
 * cumulatively, so that crediting all of it in any steps gives back exactly what was billed and never more.
 * @param credited earlier credits of the same line that were not voided
 * Refuses OVER_CREDIT beyond what is left.
 */
export function creditLine(
  line: Billed,
  credited: readonly Billed[],
  now: Quantity,
  inclusive: boolean,
): CreditedAmounts {
  const left = creditableQuantity(line, credited)
  if (now > left) refuse('OVER_CREDIT', { line: line.lineNo, quantity: toText(now), left: toText(left) })
  const step = { all: line.quantity, done: subtractQuantity(line.quantity, left), now }
  const part = (pick: (row: Billed) => number): number => partOf(pick(line), sumMinor(credited.map(pick)), step)
  const taxes = (line.taxes ?? []).map((tax, at) => ({
    ...tax,
    taxMinor: part((row) => row.taxes?.[at]?.taxMinor ?? 0),
  }))
  const taxMinor = sumMinor(taxes.map((tax) => tax.taxMinor))
  // Where prices contain tax the gross amount never moves (X2); elsewhere the net is what was agreed.
  const netMinor = inclusive ? part((row) => row.grossMinor) - taxMinor : part((row) => row.netMinor)
  return { netMinor, taxMinor, grossMinor: netMinor + taxMinor, taxes }
}

type Step = { all: Quantity; done: Quantity; now: Quantity }

function partOf(total: number, given: number, { all, done, now }: Step): number {
  const left = total - given
  if (done + now === all) return left
  const upTo = (weight: bigint): number => toMinor(roundHalfAwayFromZero(BigInt(total) * weight, all))
  const due = upTo(done + now) - upTo(done)
  return total < 0 ? Math.max(due, left) : Math.min(due, left)
}
