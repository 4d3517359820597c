import { z } from 'zod'
import { categoryTree, marketOf } from '@/domain/catalog'
import { BrandFields, CategoryFields, PriceFields, PriceListFields, UnitFields } from '@/endpoints/catalog-fields'
import { actingFor, productRoutes } from '@/endpoints/products'
import { crudRoutes } from '@/platform/http/crud-routes'
import { queryRoute, type Route } from '@/platform/http/route'

/** Products, categories, brands, units and prices. */
export const catalogRoutes: Route[] = [
  ...productRoutes,
  queryRoute({
    ...{ method: 'GET', path: '/categories', tag: 'categories', permission: 'category.read', query: z.strictObject({}) },
    summary: 'The tree of categories with how many products are for sale in each',
    answer: async (call) => categoryTree(call.reader, { seller: (await marketOf(call.reader, actingFor(call).id)).seller }),
  }),
  ...crudRoutes({
    ...{ slug: 'categories', noun: 'The category', path: '/categories', tag: 'categories', read: 'category.read', create: CategoryFields },
    verbs: ['get', 'create', 'update', 'delete'],
  }),
  ...crudRoutes({ slug: 'brands', noun: 'The brand', path: '/brands', tag: 'brands', read: 'brand.read', create: BrandFields, filters: ['slug'] }),
  ...crudRoutes({ slug: 'units', noun: 'The unit', path: '/units', tag: 'units', read: 'unit.read', create: UnitFields, filters: ['code'] }),
  ...crudRoutes({
    ...{ slug: 'price-lists', noun: 'The price list', path: '/price-lists', tag: 'prices', read: 'price.read', create: PriceListFields },
    filters: ['code', 'kind', 'currency'],
  }),
  ...crudRoutes({ slug: 'prices', noun: 'The price', path: '/prices', tag: 'prices', read: 'price.read', create: PriceFields, filters: ['list', 'variant'] }),
]
