import { catalogPermissions } from '@/domain/catalog/permissions'
import { catalogSettings } from '@/domain/catalog/settings'
import { defineModule } from '@/kernel/module'

export { pricesFor, type PriceQuery } from '@/domain/catalog/queries/prices-for'
export { refKey, variantsForOrder } from '@/domain/catalog/queries/variants-for-order'
export type { Backorder, PriceOffer, VariantFacts, VariantRef } from '@/domain/catalog/rows'
export { mustHavePrice, type PriceBreak, type PriceListKind } from '@/domain/catalog/rules'
export { mustFitOrderStep, toStockQuantity, type Pack, type SellingUnits } from '@/domain/catalog/units'

/** Products, what they cost and how they are found. It is written by plain CRUD; it has no operations of its own. */
export const catalogModule = defineModule({
  name: 'catalog',
  machines: [],
  permissions: catalogPermissions,
  events: [],
  notifications: [],
  sequences: [],
  settings: catalogSettings,
  operations: [],
})
