import { catalogPermissions } from '@/domain/catalog/permissions'
import { catalogSettings } from '@/domain/catalog/settings'
import { defineModule } from '@/kernel/module'

export { variantsForSale, type VariantForSale } from '@/domain/catalog/queries/for-sale'
export { categoryOf } from '@/domain/catalog/queries/category-of'
export { categoryTree, type CategoryNode } from '@/domain/catalog/queries/category-tree'
export { searchFacets, type Facet, type Facets } from '@/domain/catalog/queries/facets'
export { listProducts, PRODUCT_STATUSES, type ProductListQuery, type ProductRow } from '@/domain/catalog/queries/list-products'
export { marketOf, type Market } from '@/domain/catalog/queries/market'
export type { CardVariant, ProductCard } from '@/domain/catalog/queries/product-cards'
export { productPage, type PageBreak, type PageVariant, type ProductPage } from '@/domain/catalog/queries/product-page'
export { pricesFor, type PriceQuery } from '@/domain/catalog/queries/prices-for'
export { searchProducts, type FoundProducts, type ProductSearch } from '@/domain/catalog/queries/search-products'
export { thumbsOf } from '@/domain/catalog/queries/thumbs'
export { SEARCH_SORTS, type SearchSort } from '@/domain/catalog/queries/search-sql'
export { offeredVariants, refKey, variantsForOrder, type OfferedVariants } from '@/domain/catalog/queries/variants-for-order'
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
