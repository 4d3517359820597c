import { addToCart } from '@/domain/sales/adding'
import { ensureCart, keepHolds, openCart } from '@/domain/sales/carts'
import { LineInput, refOf } from '@/domain/sales/inputs'
import { mustBeActive } from '@/domain/sales/parties'
import { defineOperation } from '@/platform/operation'

/**
 * Puts a variant into the person's open cart; what is there of it in that unit grows. Answers `{ cart, line }`.
 * Refuses what cannot be ordered: unit, fraction (S15), minimum and step (S20), no price.
 */
export const addCartLine = defineOperation({
  name: 'cart.add-line',
  permission: 'cart.write',
  scope: 'organization',
  summary: 'Put something into the cart',
  input: LineInput,
  run: async (ctx, input) => {
    const open = await openCart(ctx)
    mustBeActive(open.parties)
    let cart = open.cart?.id
    const begin = (): string => (cart ??= ensureCart(ctx, open))
    const { added, problems } = await addToCart(ctx, open, begin, [{ key: 'line', ref: refOf(input), unit: input.unit, quantity: input.quantity }])
    const problem = problems.get('line')
    if (problem) throw problem
    await keepHolds(ctx, open)
    return { cart, line: added.get('line') }
  },
})
