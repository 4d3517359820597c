import type { Step } from '@/platform/import/step'
import { dealerContacts, dealers, territories } from './network'
import { categories, products, units, variants } from './catalog'
import { basePrices, costPrices, currentPrices, priceLists } from './prices'
import { levels, locations, reorderRules, warehouse } from './stock'

/**
 * The mapping of a network's export: which file becomes what, in this order. Each step names its columns in its schema.
 *
 * territories.csv         → territories
 * products.csv            → units, categories (two levels), products (a model, or a SKU without one), variants, photos
 * list_price_history.csv  → base price list; products.csv adds today's price where the history has none
 * cost_history.csv        → cost list
 * locations.csv           → one warehouse with a storage location each; inventory.csv → stock levels by opening moves
 * products.csv            → safety stock and reorder point
 * dealers.csv             → dealers with their organization and address; dealer_contacts.csv → invited people, no mail
 */
export const networkExport: readonly Step[] = [
  territories,
  units,
  categories,
  products,
  variants,
  priceLists,
  basePrices,
  currentPrices,
  costPrices,
  warehouse,
  locations,
  reorderRules,
  levels,
  dealers,
  dealerContacts,
]
