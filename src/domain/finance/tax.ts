import { allocate } from '@/kernel/allocate'
import { refuse } from '@/kernel/errors'
import { priceTimesQuantity, sumMinor } from '@/kernel/money'
import type { Quantity } from '@/kernel/quantity'

import { grouped, taxesInside, taxesOnTop, taxKey, type Rounding, type Tax, type TaxBase } from './tax-split'

export type TaxedLine = {
  readonly id: string
  readonly unitPriceMicro: number
  readonly quantity: Quantity
  /** the line's own discount in minor units */
  readonly discountMinor?: number
  readonly taxes: readonly Tax[]
}

export type DocumentInput = {
  readonly lines: readonly TaxedLine[]
  /** discount of the whole document in minor units, spread before tax (X4) */
  readonly headerDiscountMinor?: number
  /** where tax is rounded, snapshotted on the document (X1) */
  readonly rounding: Rounding
  /** true when prices contain tax; then the gross amounts never move (X2) */
  readonly inclusive: boolean
  readonly currency: string
}

export type TaxAmount = Required<Tax> & { readonly taxMinor: number }

export type ComputedLine = {
  readonly id: string
  /** price × quantity, before discounts */
  readonly amountMinor: number
  readonly discountMinor: number
  /** the line's share of the header discount */
  readonly headerDiscountMinor: number
  readonly netMinor: number
  readonly taxMinor: number
  readonly grossMinor: number
  readonly taxes: readonly TaxAmount[]
}

export type ComputedDocument = {
  readonly lines: readonly ComputedLine[]
  readonly taxes: readonly (TaxAmount & { readonly baseMinor: number })[]
  readonly headerDiscountMinor: number
  readonly netMinor: number
  readonly taxMinor: number
  readonly grossMinor: number
}

/**
 * Amounts, taxes and totals of a document, all in minor units (X1-X5, X7). Every total is the exact sum of its parts:
 * lines sum to the document, taxes sum to the tax, net + tax = gross. Refuses INPUT_INVALID for a header discount
 * that is negative or larger than the lines.
 */
export function computeDocument(input: DocumentInput): ComputedDocument {
  const priced = pricedLines(input)
  const taxed = input.inclusive ? taxesInside(priced, input.rounding) : taxesOnTop(priced, input.rounding)
  const lines = priced.map(({ taxes: asked, base, ...shown }, index): ComputedLine => {
    const taxes = asked.map((tax, at) => ({ ...full(tax), taxMinor: taxed[index]?.[at] ?? 0 }))
    const taxMinor = sumMinor(taxes.map((tax) => tax.taxMinor))
    const netMinor = input.inclusive ? base - taxMinor : base
    return { ...shown, netMinor, taxMinor, grossMinor: netMinor + taxMinor, taxes }
  })
  const total = (field: 'netMinor' | 'taxMinor' | 'grossMinor'): number => sumMinor(lines.map((line) => line[field]))
  return {
    lines,
    taxes: taxTotals(lines),
    headerDiscountMinor: input.headerDiscountMinor ?? 0,
    netMinor: total('netMinor'),
    taxMinor: total('taxMinor'),
    grossMinor: total('grossMinor'),
  }
}

/** A line before tax; `base` is net, or gross when prices contain tax. */
type Priced = TaxBase & Pick<ComputedLine, 'id' | 'amountMinor' | 'discountMinor' | 'headerDiscountMinor'>

function pricedLines({ lines, headerDiscountMinor = 0, currency }: DocumentInput): Priced[] {
  const amounts = lines.map((line) => priceTimesQuantity(line.unitPriceMicro, line.quantity, currency))
  const bases = lines.map((line, index) => (amounts[index] ?? 0) - (line.discountMinor ?? 0))
  if (headerDiscountMinor < 0 || headerDiscountMinor > Math.max(0, sumMinor(bases))) {
    refuse('INPUT_INVALID', { reason: 'The discount of the document must lie between zero and the sum of its lines.' })
  }
  const ids = lines.map((line) => line.id)
  const spread = headerDiscountMinor === 0 ? bases.map(() => 0) : allocate(headerDiscountMinor, bases, ids)
  return lines.map((line, index) => ({
    id: line.id,
    taxes: line.taxes,
    amountMinor: amounts[index] ?? 0,
    discountMinor: line.discountMinor ?? 0,
    headerDiscountMinor: spread[index] ?? 0,
    base: (bases[index] ?? 0) - (spread[index] ?? 0),
  }))
}

/** Taxes of lines summed by tax, each with the net it stands on; equal taxes in the order of first appearance. */
export function taxTotals(
  lines: readonly Pick<ComputedLine, 'netMinor' | 'taxes'>[],
): (TaxAmount & { baseMinor: number })[] {
  const rows = lines.flatMap((line) => line.taxes.map((tax) => ({ ...tax, baseMinor: line.netMinor })))
  return grouped(rows, taxKey).map(([first, ...others]) => ({
    ...first,
    baseMinor: sumMinor([first.baseMinor, ...others.map((row) => row.baseMinor)]),
    taxMinor: sumMinor([first.taxMinor, ...others.map((row) => row.taxMinor)]),
  }))
}

function full({ name, ratePpm, compound }: Tax): Required<Tax> {
  return { name, ratePpm, compound: compound ?? false }
}
