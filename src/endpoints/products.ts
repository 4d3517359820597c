import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { categoryOf, listProducts, PRODUCT_STATUSES, productPage, SEARCH_SORTS, searchFacets, searchProducts, variantsForSale, type ProductSearch } from '@/domain/catalog'
import { availabilityOf } from '@/domain/inventory'
import { NewProduct, ProductChange, VariantFields } from '@/endpoints/catalog-fields'
import { createProduct, deleteProduct, masterProduct, PRODUCT, VARIANT, variantData } from '@/endpoints/product-writes'
import { toText } from '@/kernel/quantity'
import { organizationFor } from '@/platform/access/acting'
import { chosenOrganization } from '@/platform/access/chosen'
import { principalOf, type OrganizationFacts } from '@/platform/access/principal'
import { answerRow, crudRoutes } from '@/platform/http/crud-routes'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { listRoute, queryRoute, rawRoute, type Route, type RouteCall } from '@/platform/http/route'
import type { Page } from '@/platform/page'
import { crudCreate, crudGet } from '@/platform/payload/crud'
import { readerFor } from '@/platform/reader'
import { refuse } from '@/kernel/errors'

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')
// Prices are typed in the major unit: 12.50.
const Price = z.coerce.number().min(0).max(9_000_000).transform((major) => Math.round(major * 1_000_000))

/** How a catalog is searched; `brand` takes several ids with commas. */
const SearchQuery = z.strictObject({
  q: z.string().max(200).optional(),
  category: z.string().max(80).optional(),
  brand: z.string().max(2_000).transform((text) => text.split(',')).pipe(z.array(z.uuid()).max(40)).optional(),
  minPrice: Price.optional(),
  maxPrice: Price.optional(),
  inStock: Flag.optional(),
  sort: z.enum(SEARCH_SORTS).optional(),
  facets: Flag.default(false),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
})

const ListQuery = SearchQuery.extend({ status: z.enum(PRODUCT_STATUSES).optional() })

/** Products as a dealer sees them for sale, and as HQ keeps them. */
export const productRoutes: Route[] = [
  listRoute({
    ...{ method: 'GET', path: '/products', tag: 'products', permission: 'product.read', query: ListQuery },
    summary: 'Products: for sale at own prices; for a headquarters all of them, whatever their status',
    page: (call) => (actingFor(call).kind === 'hq' ? listProducts(call.reader, call.query) : searchPage(call)),
  }),
  listRoute({
    ...{ method: 'GET', path: '/products/search', tag: 'products', permission: 'product.read', query: SearchQuery },
    summary: 'Search products for sale, with own prices and availability',
    page: searchPage,
  }),
  rawRoute({
    ...{ method: 'GET', path: '/products/:id', tag: 'products', isPublic: false },
    summary: 'One product: for sale at own prices; for a headquarters as master data',
    respond: async (req, params) => {
      const organization = actingIn(req)
      if (organization.kind === 'hq') return answerRow(req, await masterProduct(req, params['id'] ?? ''))
      return succeeded(await productPage(readerOf(req), { organization: organization.id, product: params['id'] ?? '' }), requestFacts(req).requestId)
    },
  }),
  queryRoute({
    ...{ method: 'GET', path: '/products/:id/inventory', tag: 'products', permission: 'product.read', query: z.strictObject({}) },
    summary: 'What can be promised of a product, per variant and warehouse',
    answer: (call) => inventoryOf(call, { product: call.params['id'] ?? '' }),
  }),
  listRoute({
    ...{ method: 'GET', path: '/categories/:id/products', tag: 'products', permission: 'product.read', query: SearchQuery.omit({ category: true }) },
    summary: 'Products for sale in a category and below it',
    page: async (call) => {
      const { id } = await categoryOf(call.reader, { organization: actingFor(call).id, category: call.params['id'] ?? '' })
      return searchPage({ ...call, query: { ...call.query, category: id } })
    },
  }),
  rawRoute({
    ...{ method: 'POST', path: '/products', tag: 'products', isPublic: false, status: 201, body: NewProduct },
    summary: 'Create a product with its variants',
    respond: async (req, _params, body) => answerRow(req, await createProduct(req, body as z.output<typeof NewProduct>), 201),
  }),
  ...crudRoutes({ ...PRODUCT, path: '/products', tag: 'products', read: 'product.read', create: NewProduct, update: ProductChange, verbs: ['update'] }),
  rawRoute({
    ...{ method: 'DELETE', path: '/products/:id', tag: 'products', isPublic: false, status: 204 },
    summary: 'Delete a product that nothing was ever done with',
    respond: async (req, params) => {
      await deleteProduct(req, params['id'] ?? '')
      return succeeded(null, requestFacts(req).requestId, 204)
    },
  }),
  rawRoute({
    ...{ method: 'POST', path: '/variants', tag: 'products', isPublic: false, status: 201, body: VariantFields },
    summary: 'Add a variant to a product',
    respond: async (req, _params, body) => {
      const fields = body as z.output<typeof VariantFields>
      const product = await crudGet(req, PRODUCT, fields.product)
      return answerRow(req, await crudCreate(req, VARIANT, variantData(product, fields)), 201)
    },
  }),
  ...crudRoutes({
    ...{ ...VARIANT, path: '/variants', tag: 'products', read: 'product.read', create: VariantFields, filters: ['product', 'sku', 'status'] },
    update: VariantFields.omit({ product: true, organization: true }).partial(),
    verbs: ['list', 'get', 'update', 'delete'],
  }),
]

/** What can be promised of a product or one variant, to the acting organization. */
export async function inventoryOf(call: RouteCall, asked: { product: string } | { variant: string }) {
  const { seller, variants } = await variantsForSale(call.reader, { organization: actingFor(call).id, ...asked })
  const available = await availabilityOf(call.reader, { seller, variants: variants.map(({ id }) => id) })
  return variants.map((variant) => {
    const { total, warehouses } = available.get(variant.id) ?? refuse('NOT_FOUND', { noun: 'The variant' })
    return { ...variant, available: toText(total), warehouses: warehouses.map((one) => ({ ...one, available: toText(one.available) })) }
  })
}

/** The organization whose eyes see the catalog. */
export function actingFor({ principal, organization }: Pick<RouteCall, 'principal' | 'organization'>): OrganizationFacts {
  return organizationFor(principal, 'product.read', organization)
}

async function searchPage(call: RouteCall<z.output<typeof SearchQuery>>): Promise<Page<unknown>> {
  const { facets, ...query } = call.query
  const search = searchOf(actingFor(call).id, query)
  const [found, counted] = await Promise.all([searchProducts(call.reader, search), facets ? searchFacets(call.reader, search) : null])
  const { correctedTo, currency, ...page } = found
  return { ...page, extra: { currency, correctedTo, ...(counted ? { facets: counted } : {}) } }
}

function searchOf(organization: string, query: Omit<z.output<typeof SearchQuery>, 'facets'>): ProductSearch {
  const { brand, minPrice, maxPrice, ...rest } = query
  const given = { ...rest, brands: brand, minPriceMicro: minPrice, maxPriceMicro: maxPrice }
  return { organization, ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Omit<ProductSearch, 'organization'>) }
}

function actingIn(req: PayloadRequest): OrganizationFacts {
  const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
  return organizationFor(principal, 'product.read', chosenOrganization(req.headers))
}

function readerOf(req: PayloadRequest) {
  return readerFor(req.payload, principalOf(req.user) ?? refuse('UNAUTHENTICATED', {}))
}
