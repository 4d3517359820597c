import { z } from 'zod'
import { keepHolds, mustBeInCart, openCart } from '@/domain/sales/carts'
import { defineOperation } from '@/platform/operation'

/** Takes a line out of the cart and gives back what it held. */
export const removeCartLine = defineOperation({
  name: 'cart.remove-line',
  permission: 'cart.write',
  scope: 'organization',
  summary: 'Take a line out of the cart',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const open = await openCart(ctx)
    const line = mustBeInCart(open, id)
    ctx.update('cart-lines', id, { removedAt: ctx.now })
    await keepHolds(ctx, open)
    return { cart: line.cart, line: id }
  },
})
