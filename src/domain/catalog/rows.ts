import type { Pack } from '@/domain/catalog/units'
import type { PriceBreak, PriceListKind } from '@/domain/catalog/rules'
import type { Quantity } from '@/kernel/quantity'

export type Backorder = 'none' | 'allowed'

/** How a caller names a variant: by id or by SKU. */
export type VariantRef = { readonly variant: string } | { readonly sku: string }

/** All an order line must know of a variant. */
export interface VariantFacts {
  id: string
  product: string
  sku: string
  name: string
  isOrderable: boolean
  /** why it cannot be ordered: "it is discontinued" */
  reason: string | null
  stockUnit: { code: string; decimals: number }
  packs: readonly Pack[]
  taxClass: string
  /** in the order unit (S20) */
  minimum: Quantity | null
  step: Quantity | null
  backorder: Backorder
}

/** What a variant costs one buyer on one day; unit prices in micro-units of the major unit, per stock unit. */
export interface PriceOffer {
  unitPriceMicro: number
  /** code of the price list that won */
  list: string
  kind: PriceListKind
  taxInclusive: boolean
  /** every price of that list on that day, smallest quantity first */
  breaks: readonly PriceBreak[]
}
