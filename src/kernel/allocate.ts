import { roundHalfAwayFromZero, safeInteger, sumMinor, toMinor } from './money'

/**
 * Splits an amount over parts that happen at once, by largest remainder; the parts always sum to the amount (F12).
 * @param minor   amount in minor units, any sign
 * @param weights one integer per part (minor units or millionths); all zero means equal parts
 * @param ids     decide ties: the part with the smaller id gets the cent; without ids the earlier part does
 */
export function allocate(minor: number, weights: readonly (number | bigint)[], ids?: readonly string[]): number[] {
  const whole = BigInt(safeInteger(minor))
  const given = weights.map((weight) => BigInt(weight))
  const sum = total(given)
  const parts = sum === 0n ? given.map(() => 1n) : given
  const divisor = sum === 0n ? BigInt(parts.length) : sum
  const sign = whole < 0n !== divisor < 0n ? -1n : 1n
  const shares = parts.map((part) => split(sign * whole * part, divisor))
  const left = Number(sign * whole - total(shares.map((share) => share.floor)))
  const order = shares.map((share, index) => ({ ...share, index })).sort((a, b) => byRest(a, b, ids))
  const lucky = new Set(order.slice(0, Math.max(0, left)).map((share) => share.index))
  return shares.map(({ floor }, index) => toMinor(sign * (floor + (lucky.has(index) ? 1n : 0n))))
}

/**
 * The share of `total` that falls on the part `now`, when parts follow each other in time (S7): truncated share up to
 * and including now, minus truncated share before. Never more than a cent behind; the last part takes the residue.
 * @param spread total in minor units; done, now, all are weights of one kind, done + now ≤ all
 */
export function cumulativeShare(spread: { total: number; done: bigint; now: bigint; all: bigint }): number {
  if (spread.all === 0n) return 0
  const amount = BigInt(safeInteger(spread.total))
  const upTo = (weight: bigint): bigint => (amount * weight) / spread.all
  return toMinor(upTo(spread.done + spread.now) - upTo(spread.done))
}

/**
 * Rounds exact fractions numerator ÷ denominator of minor units so that the parts sum to `sum`, by default to the
 * rounded whole (X1, rounding per document). The parts with the largest rounding error give or take the cents.
 */
export function roundTogether(
  numerators: readonly bigint[],
  denominator: bigint,
  sum = toMinor(roundHalfAwayFromZero(total(numerators), denominator)),
): { sum: number; parts: number[] } {
  const rounded = numerators.map((numerator) => toMinor(roundHalfAwayFromZero(numerator, denominator)))
  const missing = sum - sumMinor(rounded)
  const step = missing < 0 ? -1 : 1
  const error = (index: number): bigint =>
    BigInt(step) * ((numerators[index] ?? 0n) - BigInt(rounded[index] ?? 0) * denominator)
  const order = rounded.map((_, index) => index).sort((a, b) => compare(error(b), error(a)) || a - b)
  const moved = new Set(order.slice(0, Math.abs(missing)))
  return { sum, parts: rounded.map((part, index) => (moved.has(index) ? part + step : part)) }
}

type Share = { readonly floor: bigint; readonly rest: bigint; readonly index: number }

function split(numerator: bigint, divisor: bigint): { floor: bigint; rest: bigint } {
  // A negative divisor is turned around so that the rest below is never negative.
  const [top, bottom] = divisor < 0n ? [-numerator, -divisor] : [numerator, divisor]
  const rest = ((top % bottom) + bottom) % bottom
  return { floor: (top - rest) / bottom, rest }
}

function byRest(a: Share, b: Share, ids: readonly string[] | undefined): number {
  const [left, right] = [ids?.[a.index] ?? '', ids?.[b.index] ?? '']
  return compare(b.rest, a.rest) || compare(left, right) || a.index - b.index
}

function compare<T extends bigint | string>(left: T, right: T): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n)
}
