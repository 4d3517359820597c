import { cumulativeShare } from '@/kernel/allocate'
import { refuse } from '@/kernel/errors'
import { sumMinor } from '@/kernel/money'
import { addQuantity, subtractQuantity, toText, type Quantity } from '@/kernel/quantity'

/** Quantities of an order line in its stock unit; ordered = shipped + open + cancelled, always (S4). */
export type LineQuantities = {
  readonly lineNo: number
  readonly quantity: Quantity
  readonly shipped: Quantity
  readonly cancelled: Quantity
}

/** Refuses LINES_MISSING for a document without lines; `noun` begins the sentence. */
export function mustHaveLines(lines: readonly unknown[], noun = 'The order'): void {
  if (lines.length === 0) refuse('LINES_MISSING', { noun })
}

/** Refuses CART_EMPTY. */
export function mustHoldSomething(lines: readonly unknown[]): void {
  if (lines.length === 0) refuse('CART_EMPTY', {})
}

/** What of a line is neither shipped nor cancelled (S4). */
export function openQuantity(line: LineQuantities): Quantity {
  return subtractQuantity(subtractQuantity(line.quantity, line.shipped), line.cancelled)
}

/** The line after shipping a quantity. Refuses OVER_SHIP beyond the open quantity, INPUT_INVALID unless positive (S4). */
export function shipLine<L extends LineQuantities>(line: L, quantity: Quantity): L {
  mustBePositive(quantity)
  const open = openQuantity(line)
  if (quantity > open) refuse('OVER_SHIP', { line: line.lineNo, quantity: toText(quantity), open: toText(open) })
  return { ...line, shipped: addQuantity(line.shipped, quantity) }
}

/** The line after cancelling a quantity. Refuses OVER_CANCEL beyond the open quantity, INPUT_INVALID unless positive (S4). */
export function cancelLine<L extends LineQuantities>(line: L, quantity: Quantity): L {
  mustBePositive(quantity)
  const open = openQuantity(line)
  if (quantity > open) refuse('OVER_CANCEL', { line: line.lineNo, quantity: toText(quantity), open: toText(open) })
  return { ...line, cancelled: addQuantity(line.cancelled, quantity) }
}

export type Fulfilment = 'unshipped' | 'partially-shipped' | 'shipped'

/** How far an order is shipped, from its lines (S6); cancelled quantities do not keep it open. */
export function fulfilmentOf(lines: readonly LineQuantities[]): Fulfilment {
  if (!lines.some((line) => line.shipped > 0n)) return 'unshipped'
  return lines.some((line) => openQuantity(line) > 0n) ? 'partially-shipped' : 'shipped'
}

export type DerivedOrderState = 'partially-shipped' | 'shipped' | 'delivered'

const DERIVED: readonly string[] = ['partially-shipped', 'shipped', 'delivered']
const SHIPPABLE: readonly string[] = ['confirmed', 'processing', ...DERIVED]

/**
 * The states an order passes through to agree with its lines and shipments, in order; empty when it does (S6).
 * One pass may owe two steps: shipped and received before the order was reconsidered gives shipped, then delivered.
 */
export function derivedOrderStates(
  current: string,
  facts: { readonly lines: readonly LineQuantities[]; readonly isEveryShipmentDelivered: boolean },
): DerivedOrderState[] {
  const fulfilment = fulfilmentOf(facts.lines)
  if (!SHIPPABLE.includes(current) || fulfilment === 'unshipped') return []
  const delivered: DerivedOrderState[] = facts.isEveryShipmentDelivered ? ['delivered'] : []
  const due: DerivedOrderState[] = fulfilment === 'shipped' ? ['shipped', ...delivered] : ['partially-shipped']
  return due.filter((state) => DERIVED.indexOf(state) > DERIVED.indexOf(current))
}

export type BillableLine = {
  readonly id: string
  /** price of one stock unit */
  readonly unitPriceMicro: number
  readonly quantity: Quantity
  /** the line's own discount over its whole quantity, minor units */
  readonly discountMinor: number
  /** shipped by earlier shipments */
  readonly before: Quantity
  /** shipped by this one */
  readonly now: Quantity
}

export type ShipmentBill = {
  readonly lines: readonly { readonly id: string; readonly quantity: Quantity; readonly discountMinor: number }[]
  readonly headerDiscountMinor: number
}

/**
 * What a shipment bills: the shipped quantities with their share of line and header discounts (S7). Discounts are
 * spread cumulatively by value, the last shipment takes the residue; the share of cancelled goods is not granted.
 * @param order every line of the order (also those this shipment leaves out) and its header discount in minor units
 */
export function billShipment(order: {
  readonly lines: readonly BillableLine[]
  readonly headerDiscountMinor: number
}): ShipmentBill {
  const value = (pick: (line: BillableLine) => Quantity): bigint =>
    order.lines.reduce((sum, line) => sum + BigInt(line.unitPriceMicro) * pick(line), 0n)
  const lines = order.lines.filter((line) => line.now > 0n)
  return {
    lines: lines.map((line) => ({ id: line.id, quantity: line.now, discountMinor: lineDiscount(line) })),
    headerDiscountMinor: cumulativeShare({
      total: order.headerDiscountMinor,
      done: value((line) => line.before),
      now: value((line) => line.now),
      all: value((line) => line.quantity),
    }),
  }
}

export type LineAmounts = { readonly netMinor: number; readonly taxMinor: number; readonly grossMinor: number }

/** Totals of an order in minor units: the exact sums of its lines. */
export function orderTotals(lines: readonly LineAmounts[]): LineAmounts {
  return {
    netMinor: sumMinor(lines.map((line) => line.netMinor)),
    taxMinor: sumMinor(lines.map((line) => line.taxMinor)),
    grossMinor: sumMinor(lines.map((line) => line.grossMinor)),
  }
}

function lineDiscount({ discountMinor, before, now, quantity }: BillableLine): number {
  return cumulativeShare({ total: discountMinor, done: before, now, all: quantity })
}

function mustBePositive(quantity: Quantity): void {
  if (quantity <= 0n) refuse('INPUT_INVALID', { reason: 'The quantity must be greater than zero.' })
}
