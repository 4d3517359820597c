/** A unit something is ordered in, with stock units per unit as decimal text. */
export interface OrderUnit {
  code: string
  factor: string
}

/** What decides how much of a variant can be ordered; texts are decimal quantities in the stock unit. */
export interface OrderRules {
  stockUnit: string
  decimals: number
  minimum: string | null
  step: string | null
}

/** The stock unit first, then the packs. */
export function orderUnits(stockUnit: string, packs: readonly { unit: string; factor: string | number }[]): OrderUnit[] {
  return [{ code: stockUnit, factor: '1' }, ...packs.map(({ unit, factor }) => ({ code: unit, factor: String(factor) }))]
}

/** Smallest quantity and the step of the buttons in a unit; packs come whole. The server asks again. */
export function rangeIn(rules: OrderRules, unit: OrderUnit): { min: number; step: number } {
  const least = Number(rules.minimum ?? 0)
  if (unit.code !== rules.stockUnit) return { min: Math.max(1, Math.ceil(least / Number(unit.factor))), step: 1 }
  const step = Number(rules.step ?? 0)
  const smallest = rules.decimals > 0 ? 10 ** -rules.decimals : 1
  // Steps count from the minimum (S20): 6, 10, 14 with a step of 4.
  return { min: least || step || smallest, step: step || 1 }
}

/** "Pack of 12 pcs" for a pack, the unit itself for the stock unit. */
export const unitLabel = ({ code, factor }: OrderUnit, stockUnit: string): string => (code === stockUnit ? code : `${code} (${Number(factor)} ${stockUnit})`)
