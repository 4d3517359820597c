import { z } from 'zod'

import { refuse } from '@/kernel/errors'
import {
  fitsDecimals,
  fromMillionths,
  quantity,
  QuantityInput,
  timesFactor,
  toText,
  type Quantity,
} from '@/kernel/quantity'

/** A further unit a variant is ordered in: one CASE holds `factor` stock units. */
export type Pack = { readonly unit: string; readonly factor: Quantity }

export type SellingUnits = {
  readonly sku: string
  /** code and decimals of the stock unit; 0 decimals = indivisible */
  readonly stockUnit: { readonly code: string; readonly decimals: number }
  readonly packs: readonly Pack[]
}

/** The packs a variant stores as JSON: [{ "unit": "CASE", "factor": "12" }]. */
export const PacksInput = z.array(z.object({ unit: z.string().min(1).max(12), factor: QuantityInput })).max(20)

/**
 * Order quantity in any unit of the variant → quantity in its stock unit, with the factor used (S15).
 * Refuses UNIT_UNKNOWN, and QUANTITY_FRACTION when the stock unit does not allow the fraction.
 */
export function toStockQuantity(
  ordered: { readonly quantity: Quantity; readonly unit: string },
  units: SellingUnits,
): { readonly factor: Quantity; readonly stockQuantity: Quantity } {
  const { stockUnit, sku } = units
  const factor = factorOf(ordered.unit, units)
  const stockQuantity = timesFactor(ordered.quantity, factor)
  if (fitsDecimals(stockQuantity, stockUnit.decimals)) return { factor, stockQuantity }
  return refuse('QUANTITY_FRACTION', {
    sku,
    quantity: toText(ordered.quantity),
    unit: ordered.unit,
    inStockUnit: ordered.unit === stockUnit.code ? '' : ` (${toText(stockQuantity)} ${stockUnit.code})`,
    stockUnit: stockUnit.code,
    allowed: stockUnit.decimals === 0 ? 'cannot be divided' : `has at most ${stockUnit.decimals} decimals`,
  })
}

export type OrderStep = {
  readonly sku: string
  readonly unit: string
  readonly minimum?: Quantity | null
  readonly step?: Quantity | null
}

/** Refuses QUANTITY_STEP unless quantity = minimum + n × step, naming the nearest choices: "6 or 10" (S20). */
export function mustFitOrderStep(ordered: Quantity, rule: OrderStep): void {
  const choices = orderChoices(ordered, rule)
  if (choices === null) return
  refuse('QUANTITY_STEP', { sku: rule.sku, quantity: toText(ordered), unit: rule.unit, choices })
}

/** The nearest quantities that can be ordered, as words; null when the quantity itself can be (S20). */
function orderChoices(ordered: Quantity, { minimum, step }: OrderStep): string | null {
  const least = minimum ?? step
  if (!least) return null
  if (!step) return ordered >= least ? null : `at least ${toText(least)}`
  if (ordered < least) return toText(least)
  const above = (ordered - least) % step
  if (above === 0n) return null
  const lower = fromMillionths(ordered - above)
  return `${toText(lower)} or ${toText(fromMillionths(lower + step))}`
}

function factorOf(unit: string, { stockUnit, packs, sku }: SellingUnits): Quantity {
  if (unit === stockUnit.code) return quantity(1)
  const pack = packs.find((candidate) => candidate.unit === unit)
  const choices = [stockUnit.code, ...packs.map((candidate) => candidate.unit)].join(' or ')
  return pack?.factor ?? refuse('UNIT_UNKNOWN', { sku, unit, choices })
}
