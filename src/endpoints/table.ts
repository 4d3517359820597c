import { addressRoutes } from '@/endpoints/addresses'
import { catalogRoutes } from '@/endpoints/catalog'
import { coreRoutes } from '@/endpoints/core'
import { customFieldRoutes } from '@/endpoints/custom-fields'
import { explainRoutes } from '@/endpoints/explain'
import { fileRoutes } from '@/endpoints/files'
import { financeRoutes } from '@/endpoints/finance'
import { identityRoutes } from '@/endpoints/identity'
import { inventoryRoutes } from '@/endpoints/inventory'
import { networkRoutes } from '@/endpoints/network'
import { openApiRoutes } from '@/endpoints/openapi'
import { salesRoutes } from '@/endpoints/sales'
import { stockAliases } from '@/endpoints/stock-aliases'
import { streamRoutes } from '@/endpoints/stream'
import { supplierRoutes } from '@/endpoints/suppliers'
import { routeTable, type RouteTable } from '@/platform/http/route-table'

/** Every route of `/api/v1`. OpenAPI, the access matrix and the documentation read this table. */
export const table: RouteTable = routeTable([...openApiRoutes(() => table.routes), ...identityRoutes, ...networkRoutes, ...supplierRoutes, ...addressRoutes, ...catalogRoutes, ...inventoryRoutes, ...stockAliases, ...customFieldRoutes, ...coreRoutes, ...salesRoutes, ...financeRoutes, ...fileRoutes, ...explainRoutes, ...streamRoutes])
