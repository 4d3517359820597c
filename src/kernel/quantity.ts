import { z } from 'zod'

import { refuse } from './errors'

declare const quantityBrand: unique symbol

/** A quantity in millionths of its unit, as stored in numeric(18,6); arithmetic is exact, floats never appear. */
export type Quantity = bigint & { readonly [quantityBrand]: true }

const SCALE = 1_000_000n
const LIMIT = 9_000_000_000n * SCALE
const SHAPE = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/

export const ZERO = 0n as Quantity

/** "2.5" or 2.5 → Quantity. Refuses exponents, more than six decimals and |q| > 9·10⁹ with INPUT_INVALID. */
export function quantity(value: string | number): Quantity {
  return parse(value) ?? refuse('INPUT_INVALID', { reason: `"${value}" is not a quantity with up to six decimals.` })
}

/** Millionths → Quantity. Refuses |q| > 9·10⁹ units with INPUT_INVALID. */
export function fromMillionths(millionths: bigint): Quantity {
  if (!isInside(millionths)) return refuse('INPUT_INVALID', { reason: 'The quantity is too large.' })
  return millionths as Quantity
}

/** Shortest exact text, for SQL and JSON: 2500000n → "2.5". */
export function toText(value: Quantity): string {
  const sign = value < 0n ? '-' : ''
  const size = value < 0n ? -value : value
  const fraction = String(size % SCALE)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${sign}${size / SCALE}${fraction && `.${fraction}`}`
}

/** Text for people in their locale: 1250500000n → "1,250.5". */
export function formatQuantity(value: Quantity, locale = 'en-US'): string {
  const text = toText(value) as Intl.StringNumericLiteral
  const known = formatters.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  formatters.set(locale, known)
  return known.format(text)
}

const formatters = new Map<string, Intl.NumberFormat>()

export function addQuantity(left: Quantity, right: Quantity): Quantity {
  return fromMillionths(left + right)
}

export function subtractQuantity(left: Quantity, right: Quantity): Quantity {
  return fromMillionths(left - right)
}

export function negateQuantity(value: Quantity): Quantity {
  return -value as Quantity
}

export function sumQuantities(values: Iterable<Quantity>): Quantity {
  let sum = 0n
  for (const value of values) sum += value
  return fromMillionths(sum)
}

/** -1, 0 or 1, for sorting. */
export function compareQuantity(left: Quantity, right: Quantity): -1 | 0 | 1 {
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function smallerQuantity(left: Quantity, right: Quantity): Quantity {
  return left < right ? left : right
}

/** value × factor, exact. Refuses a product that needs more than six decimals with INPUT_INVALID. */
export function timesFactor(value: Quantity, factor: Quantity): Quantity {
  const product = value * factor
  if (product % SCALE !== 0n) {
    return refuse('INPUT_INVALID', { reason: `${toText(value)} × ${toText(factor)} needs more than six decimals.` })
  }
  return fromMillionths(product / SCALE)
}

/** True when the quantity has no more than `decimals` decimals (0 to 6). */
export function fitsDecimals(value: Quantity, decimals: number): boolean {
  return value % 10n ** BigInt(6 - Math.min(6, Math.max(0, decimals))) === 0n
}

export function isWhole(value: Quantity): boolean {
  return value % SCALE === 0n
}

/** Greater than zero, as text or JSON number: what an order line accepts. */
export const QuantityInput = schema((value) => value > 0n, 'must be greater than zero')

/** Zero or greater: what a cart line or a count accepts. */
export const QuantityOrZeroInput = schema((value) => value >= 0n, 'must not be negative')

/** Any sign: what an adjustment accepts. */
export const SignedQuantityInput = schema(() => true, '')

function schema(isAllowed: (value: Quantity) => boolean, message: string) {
  return z.union([z.string(), z.number()]).transform((value, context): Quantity => {
    const parsed = parse(value)
    const problem = parsed === undefined ? 'must be a quantity with up to six decimals, for example 2.5' : message
    if (parsed !== undefined && isAllowed(parsed)) return parsed
    context.addIssue({ code: 'custom', message: problem, input: value })
    return z.NEVER
  })
}

function parse(value: string | number): Quantity | undefined {
  const match = SHAPE.exec(String(value))
  if (!match) return undefined
  const size = BigInt(`${match[2] ?? ''}${(match[3] ?? '').padEnd(6, '0')}`)
  return isInside(size) ? ((match[1] ? -size : size) as Quantity) : undefined
}

function isInside(millionths: bigint): boolean {
  return millionths <= LIMIT && millionths >= -LIMIT
}
