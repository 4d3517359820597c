import { currencyDecimals } from './currency'
import { refuse } from './errors'
import type { Quantity } from './quantity'

/** An amount: `minor` is a safe integer in the smallest unit of `currency` (cents, yen, fils). */
export type Money = { readonly minor: number; readonly currency: string }

const MICRO = 1_000_000n

/** An amount of known currency. Refuses fractions and unsafe integers with AMOUNT_TOO_LARGE. */
export function money(minor: number, currency: string): Money {
  currencyDecimals(currency)
  return { minor: safeInteger(minor), currency }
}

/** Sum of two amounts. Refuses mixed currencies with CURRENCY_MIXED. */
export function addMoney(left: Money, right: Money): Money {
  mustShareCurrency(left, right)
  return { minor: safeInteger(left.minor + right.minor), currency: left.currency }
}

/** Difference of two amounts. Refuses mixed currencies with CURRENCY_MIXED. */
export function subtractMoney(left: Money, right: Money): Money {
  return addMoney(left, negateMoney(right))
}

/** The amount with the other sign. */
export function negateMoney(amount: Money): Money {
  return { minor: amount.minor === 0 ? 0 : -amount.minor, currency: amount.currency }
}

/** -1, 0 or 1, for sorting. Refuses mixed currencies with CURRENCY_MIXED. */
export function compareMoney(left: Money, right: Money): -1 | 0 | 1 {
  mustShareCurrency(left, right)
  if (left.minor === right.minor) return 0
  return left.minor < right.minor ? -1 : 1
}

/** Sum of minor units of one currency, exact. Refuses an unsafe result with AMOUNT_TOO_LARGE. */
export function sumMinor(amounts: Iterable<number>): number {
  let total = 0
  for (const amount of amounts) total = safeInteger(total + amount)
  return total
}

/** unitPriceMicro × quantity in minor units of `currency`, rounded once, half away from zero. */
export function priceTimesQuantity(unitPriceMicro: number, quantity: Quantity, currency: string): number {
  const scale = 10n ** BigInt(currencyDecimals(currency))
  return toMinor(roundHalfAwayFromZero(BigInt(safeInteger(unitPriceMicro)) * quantity * scale, MICRO * MICRO))
}

/** `ratePpm` parts per million of an amount, rounded once, half away from zero: (1000, 190000) → 190. */
export function rateOf(minor: number, ratePpm: number): number {
  return toMinor(roundHalfAwayFromZero(BigInt(safeInteger(minor)) * BigInt(safeInteger(ratePpm)), MICRO))
}

/** Integer nearest to numerator ÷ denominator, a half going away from zero. The denominator is not zero. */
export function roundHalfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n
  const top = numerator < 0n ? -numerator : numerator
  const bottom = denominator < 0n ? -denominator : denominator
  const rounded = (2n * top + bottom) / (2n * bottom)
  return isNegative ? -rounded : rounded
}

/** A bigint of minor units as a number. Refuses what a number cannot hold exactly with AMOUNT_TOO_LARGE. */
export function toMinor(value: bigint): number {
  return safeInteger(Number(value))
}

/** Returns the value when it is an integer that numbers hold exactly; refuses with AMOUNT_TOO_LARGE otherwise. */
export function safeInteger(value: number): number {
  if (!Number.isSafeInteger(value)) refuse('AMOUNT_TOO_LARGE', {})
  return value
}

function mustShareCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) refuse('CURRENCY_MIXED', { left: left.currency, right: right.currency })
}
