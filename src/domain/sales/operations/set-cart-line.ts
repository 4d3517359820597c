import { z } from 'zod'
import { keepHolds, mustBeInCart, mustQuote, openCart } from '@/domain/sales/carts'
import { ZERO, QuantityOrZeroInput } from '@/kernel/quantity'
import { defineOperation } from '@/platform/operation'

/** Changes how much of a line is in the cart; zero takes it out. Refuses what cannot be ordered (S15, S20). */
export const setCartLine = defineOperation({
  name: 'cart.set-line',
  permission: 'cart.write',
  scope: 'organization',
  summary: 'Change the quantity of a cart line',
  input: z.strictObject({ id: z.uuid(), quantity: QuantityOrZeroInput }),
  run: async (ctx, { id, quantity }) => {
    const open = await openCart(ctx)
    const line = mustBeInCart(open, id)
    if (quantity === ZERO) {
      ctx.update('cart-lines', id, { removedAt: ctx.now })
    } else {
      await mustQuote(ctx, open.parties, { key: id, ref: { variant: line.variant }, unit: line.unit, quantity })
      ctx.update('cart-lines', id, { quantity })
    }
    await keepHolds(ctx, open)
    return { cart: line.cart, line: id }
  },
})
