import { cumulativeShare } from '@/kernel/allocate'
import { sumMinor } from '@/kernel/money'
import { subtractQuantity, type Quantity } from '@/kernel/quantity'

/** What of an order line counts against the credit limit depends on these. */
export type ExposedLine = { readonly quantity: Quantity; readonly cancelled: Quantity; readonly invoiced: Quantity; readonly grossMinor: number }

/**
 * The part of an order that is neither billed nor cancelled, in minor units: open goods and shipped ones without a
 * posted invoice. What is billed is receivable and counts there, so a chain counts once (S16).
 */
export function exposureOf(lines: readonly ExposedLine[]): number {
  return sumMinor(
    lines.map(({ quantity, cancelled, invoiced, grossMinor }) => {
      const left = subtractQuantity(subtractQuantity(quantity, cancelled), invoiced)
      return cumulativeShare({ total: grossMinor, done: subtractQuantity(quantity, left), now: left, all: quantity })
    }),
  )
}
