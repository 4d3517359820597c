import { z } from 'zod'
import { addCartLine, cartOf, checkoutCart, clearCart, openCheckout, pasteCartLines, removeCartLine, setCartLine } from '@/domain/sales'
import { organizationFor } from '@/platform/access/acting'
import { operationRoute, queryRoute, type Route } from '@/platform/http/route'

/** The signed-in person's cart at its seller. */
export const cartRoutes: Route[] = [
  queryRoute({
    method: 'GET',
    path: '/cart',
    tag: 'cart',
    summary: 'The own cart with prices, taxes and availability as of now',
    permission: 'cart.read',
    query: z.strictObject({ shipTo: z.uuid().optional() }),
    answer: ({ reader, principal, organization, query }) => cartOf(reader, organizationFor(principal, 'cart.read', organization), query.shipTo),
  }),
  operationRoute({ method: 'DELETE', path: '/cart', tag: 'cart', operation: clearCart }),
  operationRoute({ method: 'POST', path: '/cart/items', tag: 'cart', status: 201, operation: addCartLine }),
  operationRoute({ method: 'PATCH', path: '/cart/items/:id', tag: 'cart', operation: setCartLine }),
  operationRoute({ method: 'DELETE', path: '/cart/items/:id', tag: 'cart', operation: removeCartLine }),
  operationRoute({ method: 'POST', path: '/cart/paste-lines', tag: 'cart', operation: pasteCartLines }),
  operationRoute({ method: 'POST', path: '/cart/open-checkout', tag: 'cart', operation: openCheckout }),
  operationRoute({ method: 'POST', path: '/cart/checkout', tag: 'cart', status: 201, operation: checkoutCart }),
]
