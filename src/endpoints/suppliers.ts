import { z } from 'zod'
import { createSupplier, listSuppliers, supplierPage, updateSupplier } from '@/domain/network'
import { refuse } from '@/kernel/errors'
import { listRoute, operationRoute, queryRoute, type Route } from '@/platform/http/route'

const SuppliersQuery = z.strictObject({
  q: z.string().max(120).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

/** Suppliers as HQ keeps them. */
export const supplierRoutes: Route[] = [
  listRoute({
    ...{ method: 'GET', path: '/suppliers', tag: 'suppliers', permission: 'supplier.read', query: SuppliersQuery },
    summary: 'Suppliers, by name',
    page: ({ reader, query }) => listSuppliers(reader, query),
  }),
  operationRoute({ method: 'POST', path: '/suppliers', tag: 'suppliers', status: 201, operation: createSupplier }),
  queryRoute({
    ...{ method: 'GET', path: '/suppliers/:id', tag: 'suppliers', permission: 'supplier.read', query: z.strictObject({}) },
    summary: 'One supplier',
    answer: ({ reader, params }) => supplierPage(reader, z.uuid().safeParse(params['id']).data ?? refuse('NOT_FOUND', { noun: 'The supplier' })),
  }),
  operationRoute({ method: 'PATCH', path: '/suppliers/:id', tag: 'suppliers', operation: updateSupplier }),
]
