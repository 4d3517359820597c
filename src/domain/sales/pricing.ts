import { computeDocument, taxesFor, taxRounding, type ComputedDocument, type PickedTaxes, type Rounding } from '@/domain/finance'
import type { Parties } from '@/domain/sales/parties'
import type { QuotedLine } from '@/domain/sales/quoting'
import { refuse } from '@/kernel/errors'
import { sumMinor } from '@/kernel/money'
import { businessDay } from '@/kernel/period'
import type { Reader } from '@/platform/reader'
import { settingFrom } from '@/platform/settings'

/** Amounts of an order in minor units, line by line, and the terms they were computed under. */
export interface Pricing {
  document: ComputedDocument
  taxes: Map<string, PickedTaxes>
  rounding: Rounding
  inclusive: boolean
  subtotalMinor: number
  discountMinor: number
  taxMinor: number
  totalMinor: number
}

/**
 * Taxes by the ship-to place and all amounts of quoted lines, by the one engine (X1-X5). Without a place nothing is
 * taxed yet. Refuses CONFLICT when some prices contain tax and others do not.
 */
export async function priceOrder(reader: Pick<Reader, 'rows' | 'now'>, parties: Parties, lines: readonly QuotedLine[], discountMinor = 0): Promise<Pricing> {
  const { seller, shipTo, currency, sellerZone, settings } = parties
  const inclusive = lines[0]?.taxInclusive ?? false
  if (lines.some((line) => line.taxInclusive !== inclusive)) {
    refuse('CONFLICT', { reason: 'Prices with and without tax cannot be combined in one order; order them separately.' })
  }
  const on = businessDay(reader.now, sellerZone)
  const taxClasses = lines.map((line) => line.taxClass)
  const taxes = shipTo ? await taxesFor(reader, { organization: seller, shipTo, on, taxClasses }) : new Map<string, PickedTaxes>()
  const rounding = settingFrom(taxRounding, settings)
  const document = computeDocument({
    lines: lines.map((line, index) => ({
      id: String(index).padStart(6, '0'),
      unitPriceMicro: line.unitPriceMicro,
      quantity: line.quantity,
      taxes: taxes.get(line.taxClass)?.taxes ?? [],
    })),
    headerDiscountMinor: discountMinor,
    rounding,
    inclusive,
    currency,
  })
  const subtotalMinor = sumMinor(document.lines.map((line) => line.amountMinor))
  const { taxMinor, grossMinor: totalMinor } = document
  return { document, taxes, rounding, inclusive, subtotalMinor, discountMinor, taxMinor, totalMinor }
}
