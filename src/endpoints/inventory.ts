import { z } from 'zod'
import { adjustStock, listMoves, listReservations, listStock, listWarehouses, lowStock, openStock, receiveStock, stockCard, stockLevel, stockMove } from '@/domain/inventory'
import { searchProducts } from '@/domain/catalog'
import { PRODUCT } from '@/endpoints/product-writes'
import { actingFor, inventoryOf } from '@/endpoints/products'
import { idOf, NoQuery } from '@/endpoints/params'
import { DomainError } from '@/kernel/errors'
import { holds } from '@/platform/access/principal'
import { crudRoutes } from '@/platform/http/crud-routes'
import { listRoute, operationRoute, queryRoute, rawRoute, type Method, type Route, type RouteCall } from '@/platform/http/route'
import type { Page } from '@/platform/page'
import { crudGet } from '@/platform/payload/crud'

const page = { cursor: z.string().max(600).optional(), limit: z.coerce.number().int().min(1).max(100).default(25) }
const id = z.uuid().optional()
const StockQuery = z.strictObject({ ...page, q: z.string().max(120).optional(), variant: id, product: id, warehouse: id, location: id })
const kind = z.enum(['opening', 'received', 'shipped', 'adjusted', 'returned']).optional()
const MovesQuery = z.strictObject({ ...page, variant: id, warehouse: id, location: id, kind })

const WarehouseFields = z.strictObject({
  code: z.string().trim().min(1).max(24),
  name: z.string().trim().min(1).max(120),
  branch: z.uuid().nullable().optional(),
  priority: z.number().int().min(0).optional(),
  address: z.uuid().nullable().optional(),
  archivedAt: z.iso.datetime().nullable().optional(),
  organization: id,
})

const LocationFields = z.strictObject({
  warehouse: z.uuid(),
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(120),
  kind: z.enum(['stock', 'quarantine', 'transit', 'waste']).optional(),
  isDefault: z.boolean().optional(),
  organization: id,
})

const quantity = z.number().min(0).max(9_000_000_000)

const ReorderRuleFields = z.strictObject({
  variant: z.uuid(),
  warehouse: z.uuid(),
  safetyQuantity: quantity.optional(),
  reorderPoint: quantity.optional(),
  reorderQuantity: quantity.nullable().optional(),
  organization: id,
})

/** Stock: what lies where, its moves and promises; for dealers what can be promised to them. */
export const inventoryRoutes: Route[] = [
  listRoute({
    ...{ method: 'GET', path: '/inventory', tag: 'inventory', permission: 'product.read', query: StockQuery },
    summary: 'Stock levels of the own warehouses; for a dealer what can be promised of the products for sale',
    page: (call) => (holds(call.principal, 'stock.read') ? listStock(call.reader, call.query) : promised(call)),
  }),
  queryRoute({
    ...{ method: 'GET', path: '/inventory/:id', tag: 'inventory', permission: 'product.read', query: NoQuery },
    summary: 'One stock level; for a dealer what can be promised of one variant',
    answer: async (call) => {
      const one = idOf(call.params['id'], 'The stock level')
      return holds(call.principal, 'stock.read') ? stockLevel(call.reader, one) : (await inventoryOf(call, { variant: one }))[0]
    },
  }),
  queryRoute({
    ...{ method: 'GET', path: '/inventory/locations', tag: 'inventory', permission: 'warehouse.read', query: NoQuery },
    summary: 'The warehouses with their storage locations',
    answer: ({ reader }) => listWarehouses(reader),
  }),
  listRoute({
    ...{ method: 'GET', path: '/inventory/low-stock', tag: 'inventory', permission: 'stock.read', query: z.strictObject({ ...page, warehouse: id }) },
    summary: 'What has come down to its reorder point',
    page: ({ reader, query }) => lowStock(reader, query),
  }),
  listRoute({
    ...{ method: 'GET', path: '/inventory/transactions', tag: 'inventory', permission: 'stock.read', query: MovesQuery },
    summary: 'Stock moves, the newest first',
    page: ({ reader, query }) => listMoves(reader, query),
  }),
  queryRoute({
    ...{ method: 'GET', path: '/inventory/transactions/:id', tag: 'inventory', permission: 'stock.read', query: NoQuery },
    summary: 'One stock move',
    answer: ({ reader, params }) => stockMove(reader, idOf(params['id'], 'The stock move')),
  }),
  listRoute({
    ...{ method: 'GET', path: '/inventory/receive', tag: 'inventory', permission: 'stock.read', query: MovesQuery.omit({ kind: true }) },
    summary: 'Goods received, the newest first',
    page: ({ reader, query }) => listMoves(reader, { ...query, kind: 'received' }),
  }),
  operationRoute({ method: 'POST', path: '/inventory/transactions', tag: 'inventory', status: 201, operation: adjustStock }),
  listRoute({
    ...{ method: 'GET', path: '/inventory/stock-locations/product/:product', tag: 'inventory', permission: 'stock.read', query: z.strictObject(page) },
    summary: 'Where a product lies, and how much of it',
    page: async ({ reader, query, params, req }) => {
      const { id: product } = await crudGet(req, PRODUCT, params['product'] ?? '')
      return listStock(reader, { ...query, product })
    },
  }),
  listRoute({
    ...{ method: 'GET', path: '/inventory/card/:variant', tag: 'inventory', permission: 'stock.read', query: MovesQuery.omit({ variant: true, kind: true }) },
    summary: 'The stock card of a variant: moves with the balance after each',
    page: ({ reader, query, params }) => stockCard(reader, { ...query, variant: idOf(params['variant'], 'The variant') }),
  }),
  listRoute({
    ...{ method: 'GET', path: '/inventory/reserve', tag: 'inventory', permission: 'stock.read' },
    query: z.strictObject({ ...page, variant: id, level: id, state: z.enum(['held', 'firm', 'consumed', 'released']).optional() }),
    summary: 'Reservations: what is promised to carts and orders',
    page: ({ reader, query }) => listReservations(reader, query),
  }),
  instead('POST', '/inventory/reserve', 'POST /api/v1/cart/open-checkout, which reserves what is in the cart, or POST /api/v1/orders'),
  instead('DELETE', '/inventory/reserve/:id', 'DELETE /api/v1/cart/items/:id or POST /api/v1/orders/:id/cancel, which give the goods back'),
  operationRoute({ method: 'POST', path: '/inventory/adjust', tag: 'inventory', operation: adjustStock }),
  operationRoute({ method: 'POST', path: '/inventory/receive', tag: 'inventory', status: 201, operation: receiveStock }),
  operationRoute({ method: 'POST', path: '/inventory/open', tag: 'inventory', status: 201, operation: openStock }),
  ...crudRoutes({
    ...{ slug: 'warehouses', noun: 'The warehouse', path: '/inventory/warehouses', tag: 'inventory', read: 'warehouse.read', create: WarehouseFields },
    filters: ['code'],
  }),
  ...crudRoutes({
    ...{ slug: 'storage-locations', noun: 'The storage location', path: '/inventory/stock-locations', tag: 'inventory', read: 'location.read' },
    create: LocationFields,
    filters: ['warehouse', 'code', 'kind'],
  }),
  ...crudRoutes({
    ...{ slug: 'reorder-rules', noun: 'The reorder rule', path: '/inventory/reorder-rules', tag: 'inventory', read: 'reorder-rule.read', create: ReorderRuleFields },
    filters: ['variant', 'warehouse'],
  }),
]

async function promised(call: RouteCall<z.output<typeof StockQuery>>): Promise<Page<unknown>> {
  const { q, cursor, limit } = call.query
  const organization = actingFor(call).id
  const found = await searchProducts(call.reader, { organization, limit, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) })
  const rows = found.rows.flatMap(({ id: product, variants }) =>
    variants.map(({ id: variant, sku, name, unit, available }) => ({ variant, product, sku, name, unit, available })),
  )
  return { rows, limit: found.limit, nextCursor: found.nextCursor }
}

// A reservation belongs to a cart or an order and ends with it; nobody holds goods for nothing.
function instead(method: Method, path: string, use: string): Route {
  return rawRoute({
    ...{ method, path, tag: 'inventory', isPublic: false },
    summary: `Not possible here: use ${use}`,
    respond: () => Promise.reject(new DomainError('METHOD_NOT_ALLOWED', { method, allowed: use }, [{ path: 'Allow', message: 'GET' }])),
  })
}
