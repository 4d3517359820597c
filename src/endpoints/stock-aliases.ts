import { catalogRoutes } from '@/endpoints/catalog'
import { inventoryRoutes } from '@/endpoints/inventory'
import type { Method, Route } from '@/platform/http/route'

/** Further addresses of the same routes, as the requirement documents name them: method, address there, address here. */
const ALIASES: readonly (readonly [Method, string, string])[] = [
  ...(['/inventory', '/warehouse'] as const).flatMap((prefix) => [
    ['GET', `${prefix}/products`, '/products'] as const,
    ['POST', `${prefix}/products`, '/products'] as const,
    ['GET', `${prefix}/products/:id`, '/products/:id'] as const,
    ['PATCH', `${prefix}/products/:id`, '/products/:id'] as const,
    ['DELETE', `${prefix}/products/:id`, '/products/:id'] as const,
  ]),
  ['GET', '/warehouse/products/search', '/products/search'],
  ['GET', '/warehouse/products/low-stock', '/inventory/low-stock'],
  ['GET', '/warehouse/products/categories', '/categories'],
  ['GET', '/warehouse/stock/movements', '/inventory/transactions'],
  ['POST', '/warehouse/stock/movements', '/inventory/transactions'],
  ['GET', '/warehouse/stock/levels', '/inventory'],
  ['POST', '/warehouse/stock/adjustment', '/inventory/adjust'],
  ['GET', '/warehouse/stock/receiving', '/inventory/receive'],
  ['POST', '/warehouse/stock/receiving', '/inventory/receive'],
]

/** The routes behind the aliases; throws at load time for an alias of nothing. */
export const stockAliases: Route[] = ALIASES.map(([method, path, meant]) => {
  const route = [...catalogRoutes, ...inventoryRoutes].find((one) => one.method === method && one.path === meant)
  if (!route) throw new Error(`There is no ${method} ${meant} to call ${path}.`)
  return { ...route, path }
})
