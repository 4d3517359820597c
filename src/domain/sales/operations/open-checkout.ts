import { z } from 'zod'
import { askedLines, holdLines, openCart } from '@/domain/sales/carts'
import { mustBeActive } from '@/domain/sales/parties'
import { mustBeOrderable, quoteLines } from '@/domain/sales/quoting'
import { mustHoldSomething } from '@/domain/sales/rules'
import { defineOperation } from '@/platform/operation'

/**
 * Opens the checkout: holds the goods of the whole cart for a while (S2), so that nobody else can buy them. Opening it
 * again prolongs. Answers `{ cart, heldUntil }`. Refuses CART_EMPTY, STOCK_SHORT, what cannot be ordered.
 */
export const openCheckout = defineOperation({
  name: 'cart.open-checkout',
  permission: 'order.submit',
  scope: 'organization',
  summary: 'Open the checkout and hold the goods of the cart',
  input: z.strictObject({}),
  run: async (ctx) => {
    const open = await openCart(ctx)
    mustHoldSomething(open.lines)
    mustBeActive(open.parties)
    const lines = mustBeOrderable(await quoteLines(ctx, open.parties, askedLines(open.lines)))
    const heldUntil = await holdLines(ctx, open, lines)
    if (open.cart) ctx.update('carts', open.cart.id, { checkoutAt: ctx.now })
    return { cart: open.cart?.id ?? null, heldUntil }
  },
})
