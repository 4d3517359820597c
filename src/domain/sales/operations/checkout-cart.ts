import { z } from 'zod'
import { askedLines, openCart } from '@/domain/sales/carts'
import { headerFrom, HeaderInput } from '@/domain/sales/inputs'
import { buyingParties } from '@/domain/sales/parties'
import { lockPartiesCredit, submitOrder } from '@/domain/sales/placing'
import { mustHoldSomething } from '@/domain/sales/rules'
import { refuse } from '@/kernel/errors'
import { allOf } from '@/kernel/all-of'
import { defineOperation } from '@/platform/operation'

/**
 * Makes an order of the person's cart in one transaction: what the checkout holds becomes firm (S2), the rest is
 * reserved or the whole is refused (S1). Answers `{ id, number, status, totalMinor, currency }`.
 */
export const checkoutCart = defineOperation({
  name: 'cart.checkout',
  permission: 'order.submit',
  scope: 'organization',
  summary: 'Order what is in the cart',
  input: z.strictObject(HeaderInput),
  run: async (ctx, { shipTo, branch, ...header }) => {
    const parties = await buyingParties(ctx, { buyer: ctx.organization.id, address: shipTo, branch })
    const [credit, { cart, lines }] = await allOf(lockPartiesCredit(ctx, parties), openCart(ctx, parties))
    mustHoldSomething(lines)
    if (!cart) return refuse('CART_EMPTY', {})
    const placed = askedLines(lines).map((line) => ({ ...line, cartLine: line.key }))
    const order = await submitOrder(ctx, { parties, credit, lines: placed, header: headerFrom(header), cart: cart.id })
    ctx.update('carts', cart.id, { state: 'ordered', order: order.id })
    return order
  },
})
