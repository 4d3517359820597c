import { z } from 'zod'
import { billShipment, confirmReceipt, listShipments, shipmentActions, shipmentView } from '@/domain/sales'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { organizationFor } from '@/platform/access/acting'
import { listRoute, operationRoute, queryRoute, type Route } from '@/platform/http/route'

const ShipmentsQuery = z.strictObject({
  ...PageQuery,
  order: z.uuid().optional(),
  status: z.enum(['planned', 'dispatched', 'delivered']).optional(),
  warehouse: z.uuid().optional(),
  sellerBranch: z.uuid().optional(),
  q: z.string().trim().max(80).optional(),
})

/** Shipments from both sides. */
export const shipmentRoutes: Route[] = [
  listRoute({
    method: 'GET',
    path: '/shipments',
    tag: 'shipments',
    summary: 'Shipments, the newest first',
    permission: 'shipment.read',
    query: ShipmentsQuery,
    page: ({ reader, principal, organization, query }) =>
      listShipments(reader, { ...query, ...(organization === null ? {} : { organization: organizationFor(principal, 'shipment.read', organization).id }) }),
  }),
  queryRoute({
    method: 'GET',
    path: '/shipments/:id',
    tag: 'shipments',
    summary: 'One shipment with its lines',
    permission: 'shipment.read',
    query: NoQuery,
    answer: ({ reader, params }) => shipmentView(reader, idOf(params['id'], 'The shipment')),
  }),
  queryRoute({
    method: 'GET',
    path: '/shipments/:id/actions',
    tag: 'shipments',
    summary: 'What may be done with a shipment now',
    permission: 'shipment.read',
    query: NoQuery,
    answer: ({ reader, params }) => shipmentActions(reader, idOf(params['id'], 'The shipment')),
  }),
  operationRoute({ method: 'POST', path: '/shipments/:id/confirm-receipt', tag: 'shipments', operation: confirmReceipt }),
  operationRoute({ method: 'POST', path: '/shipments/:id/bill', tag: 'shipments', operation: billShipment, input: ({ params, body }) => ({ ...body, ...params, automatic: false }) }),
]
