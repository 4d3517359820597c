import { cartRoutes } from '@/endpoints/cart'
import { orderRoutes } from '@/endpoints/orders'
import { shipmentRoutes } from '@/endpoints/shipments'
import type { Route } from '@/platform/http/route'

/** Carts, orders and shipments. */
export const salesRoutes: Route[] = [...cartRoutes, ...orderRoutes, ...shipmentRoutes]
