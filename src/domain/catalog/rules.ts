import { refuse } from '@/kernel/errors'
import { isWithin, type Day } from '@/kernel/period'
import { compareQuantity, type Quantity } from '@/kernel/quantity'

export type PriceListKind = 'contract' | 'customer' | 'tier' | 'base' | 'cost'
export type PricePolicy = 'precedence' | 'best-price'

/** Days are half-open: `toDay` is the first day the list or price no longer counts. */
export type PriceList = {
  readonly id: string
  readonly kind: PriceListKind
  readonly tier?: string | null
  readonly party?: string | null
  readonly fromDay?: Day | null
  readonly toDay?: Day | null
  /** among lists of one kind the smaller number goes first */
  readonly priority: number
}

export type PriceRow = {
  readonly list: string
  readonly minimumQuantity: Quantity
  readonly unitPriceMicro: number
  readonly fromDay?: Day | null
  readonly toDay?: Day | null
}

export type PriceBreak = Pick<PriceRow, 'minimumQuantity' | 'unitPriceMicro'>

export type PriceQuestion = {
  readonly lists: readonly PriceList[]
  /** prices of one variant in these lists */
  readonly prices: readonly PriceRow[]
  /** tier and party of the dealer who buys */
  readonly tier?: string | null
  readonly party?: string | null
  /** business day in the dealer's zone */
  readonly on: Day
  /** quantity of the variant in the whole order, in its stock unit */
  readonly quantity: Quantity
  readonly policy?: PricePolicy
}

export type ResolvedPrice = {
  readonly unitPriceMicro: number
  readonly list: string
  readonly kind: PriceListKind
  /** every price of the winning list on that day, smallest quantity first */
  readonly breaks: readonly PriceBreak[]
}

/** Order in which kinds are asked (S14); cost lists are never a selling price. */
const PRECEDENCE: readonly PriceListKind[] = ['contract', 'customer', 'tier', 'base']

/**
 * The selling price of a variant for a dealer on a day (S14): the first kind with a valid row wins even when it is
 * dearer, unless the policy is 'best-price'. Null when no row is valid; zero is a price.
 */
export function resolvePrice(question: PriceQuestion): ResolvedPrice | null {
  const found = PRECEDENCE.flatMap((kind) => priceOfKind(question, kind) ?? [])
  if (question.policy !== 'best-price') return found[0] ?? null
  return found.reduce<ResolvedPrice | null>(
    (best, price) => (best && best.unitPriceMicro <= price.unitPriceMicro ? best : price),
    null,
  )
}

/** The price, or the refusal NO_PRICE: what has no price cannot be ordered. */
export function mustHavePrice(price: ResolvedPrice | null, asked: { sku: string; on: Day }): ResolvedPrice {
  return price ?? refuse('NO_PRICE', { sku: asked.sku, day: asked.on })
}

/** True when a list counts for this dealer on this day. */
export function isListFor(list: PriceList, dealer: Pick<PriceQuestion, 'tier' | 'party' | 'on'>): boolean {
  const isMeant = {
    contract: isSame(list.party, dealer.party),
    customer: isSame(list.party, dealer.party),
    tier: isSame(list.tier, dealer.tier),
    base: true,
    cost: false,
  }[list.kind]
  return isMeant && isWithin({ from: list.fromDay ?? null, to: list.toDay ?? null }, dealer.on)
}

function priceOfKind(question: PriceQuestion, kind: PriceListKind): ResolvedPrice | null {
  const lists = question.lists
    .filter((list) => list.kind === kind && isListFor(list, question))
    .sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))
  for (const list of lists) {
    const rows = question.prices
      .filter((row) => row.list === list.id)
      .filter((row) => isWithin({ from: row.fromDay ?? null, to: row.toDay ?? null }, question.on))
      .sort((a, b) => compareQuantity(a.minimumQuantity, b.minimumQuantity))
    const row = rows.findLast((candidate) => candidate.minimumQuantity <= question.quantity)
    if (row) return { unitPriceMicro: row.unitPriceMicro, list: list.id, kind, breaks: rows.map(breakOf) }
  }
  return null
}

function breakOf({ minimumQuantity, unitPriceMicro }: PriceRow): PriceBreak {
  return { minimumQuantity, unitPriceMicro }
}

function isSame(left: string | null | undefined, right: string | null | undefined): boolean {
  return Boolean(left) && left === right
}
