import { z } from 'zod'
import { keepHolds, openCart } from '@/domain/sales/carts'
import { defineOperation } from '@/platform/operation'

/** Empties the person's cart and gives back what it held; doing it again changes nothing. */
export const clearCart = defineOperation({
  name: 'cart.clear',
  permission: 'cart.write',
  scope: 'organization',
  summary: 'Empty the cart',
  input: z.strictObject({}),
  run: async (ctx) => {
    const open = await openCart(ctx)
    for (const line of open.lines) ctx.update('cart-lines', line.id, { removedAt: ctx.now })
    await keepHolds(ctx, open)
    return { cart: open.cart?.id ?? null, removed: open.lines.length }
  },
})
