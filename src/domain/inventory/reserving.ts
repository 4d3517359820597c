import { refuse } from '@/kernel/errors'
import {
  fromMillionths,
  smallerQuantity,
  subtractQuantity,
  sumQuantities,
  toText,
  ZERO,
  type Quantity,
} from '@/kernel/quantity'

import { freeQuantity, type StockOfVariant, type StockSubject } from './rules'

/** One line that wants goods, in the variant's stock unit. */
export type Demand = StockSubject & {
  readonly line: string
  readonly variant: string
  readonly quantity: Quantity
  /** true when the variant may be ordered beyond what is available */
  readonly backorder?: boolean
}

export type Level = StockOfVariant & {
  readonly id: string
  readonly variant: string
  readonly warehouse: string
  /** of the warehouse; the smaller number is taken first */
  readonly priority: number
  /** safety stock of the variant in this warehouse, the same on each of its levels */
  readonly safety?: Quantity
}

export type PlannedReservation = { readonly line: string; readonly level: string; readonly quantity: Quantity }
export type Shortage = StockSubject & {
  readonly variant: string
  readonly requested: Quantity
  readonly available: Quantity
}

export type ReservationPlan = {
  readonly reservations: readonly PlannedReservation[]
  /** how much more each level has reserved, by level id ascending: the order in which rows are locked */
  readonly deltas: readonly { readonly level: string; readonly quantity: Quantity }[]
  readonly backordered: readonly { readonly line: string; readonly quantity: Quantity }[]
  /** not empty = nothing is planned at all */
  readonly shortages: readonly Shortage[]
}

/**
 * Plans the reservation of all lines or none (S1). Demand is summed per variant first; levels are drawn by warehouse
 * priority, then level id, and a line may be split. Variants with backorder take what there is.
 */
export function planReservation(demand: readonly Demand[], levels: readonly Level[]): ReservationPlan {
  const sources = sourcesByVariant(levels)
  const shortages = shortagesOf(demand, sources)
  if (shortages.length > 0) return { reservations: [], deltas: [], backordered: [], shortages }
  const drawn = demand.map((line) => draw(line, sources.get(line.variant) ?? []))
  const reservations = drawn.flatMap((line) => line.reservations)
  return {
    reservations,
    deltas: sumByLevel(reservations),
    backordered: drawn.filter((line) => line.missing > 0n).map(({ line, missing }) => ({ line, quantity: missing })),
    shortages,
  }
}

/** The plan, or STOCK_SHORT for the first shortage with every shortage in the details (S1). */
export function mustReserve(demand: readonly Demand[], levels: readonly Level[]): ReservationPlan {
  const plan = planReservation(demand, levels)
  mustNotBeShort(plan.shortages)
  return plan
}

/** Refuses STOCK_SHORT for the first shortage, with every shortage in the details. */
export function mustNotBeShort(shortages: readonly Shortage[]): void {
  const [first] = shortages
  if (!first) return
  const details = shortages.map(({ sku, requested, unit, available }) => ({
    path: sku,
    message: `${toText(requested)} ${unit} requested, ${toText(available)} available`,
  }))
  const { sku, unit } = first
  refuse(
    'STOCK_SHORT',
    { sku, unit, requested: toText(first.requested), available: toText(first.available) },
    details,
  )
}

/** What a level can still give; `free` shrinks while lines are drawn. */
type Source = { readonly level: string; free: Quantity }

function sourcesByVariant(levels: readonly Level[]): Map<string, Source[]> {
  const sources = new Map<string, Source[]>()
  const keptBack = new Map<string, Quantity>()
  for (const level of [...levels].filter((row) => row.kind === 'stock').sort(byPriority)) {
    const key = `${level.variant} ${level.warehouse}`
    const toKeep = keptBack.get(key) ?? level.safety ?? ZERO
    const kept = smallerQuantity(toKeep, freeQuantity(level))
    keptBack.set(key, subtractQuantity(toKeep, kept))
    const list = sources.get(level.variant) ?? []
    list.push({ level: level.id, free: subtractQuantity(freeQuantity(level), kept) })
    sources.set(level.variant, list)
  }
  return sources
}

function shortagesOf(demand: readonly Demand[], sources: ReadonlyMap<string, readonly Source[]>): Shortage[] {
  return [...new Set(demand.map((line) => line.variant))].flatMap((variant) => {
    const lines = demand.filter((line) => line.variant === variant)
    const available = sumQuantities((sources.get(variant) ?? []).map((source) => source.free))
    const requested = sumQuantities(lines.map((line) => line.quantity))
    const [first] = lines
    if (!first || first.backorder || requested <= available) return []
    return [{ variant, sku: first.sku, unit: first.unit, requested, available }]
  })
}

function draw(demand: Demand, sources: readonly Source[]) {
  let missing = demand.quantity
  const reservations: PlannedReservation[] = []
  for (const source of sources) {
    const part = smallerQuantity(missing, source.free)
    if (part <= 0n) continue
    reservations.push({ line: demand.line, level: source.level, quantity: part })
    source.free = subtractQuantity(source.free, part)
    missing = subtractQuantity(missing, part)
  }
  return { line: demand.line, reservations, missing }
}

function sumByLevel(reservations: readonly PlannedReservation[]): { level: string; quantity: Quantity }[] {
  const sums = new Map<string, bigint>()
  for (const { level, quantity } of reservations) sums.set(level, (sums.get(level) ?? 0n) + quantity)
  return [...sums]
    .map(([level, sum]) => ({ level, quantity: fromMillionths(sum) }))
    .sort((a, b) => (a.level < b.level ? -1 : 1))
}

function byPriority(a: Level, b: Level): number {
  return a.priority - b.priority || (a.id < b.id ? -1 : 1)
}
