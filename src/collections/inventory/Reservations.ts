import { choice, instant, quantity, ref } from '@/platform/payload/fields'
import { THROUGH_LEVEL } from '@/collections/inventory/branch-of-stock'
import { defineCollection } from '@/platform/payload/define-collection'

/** Goods promised to a cart (held, for a while) or an order (firm). Ends consumed or released. */
export const Reservations = defineCollection({
  slug: 'reservations',
  module: 'inventory',
  noun: 'stock',
  tenancy: 'own',
  branchThrough: THROUGH_LEVEL,
  writes: 'system',
  columns: ['variant', 'level', 'quantity', 'state', 'expiresAt'],
  fields: [
    ref('level', 'stock-levels', { required: true }),
    ref('variant', 'variants', { required: true }),
    ref('orderLine', 'order-lines'),
    ref('cartLine', 'cart-lines'),
    quantity('quantity', { required: true }),
    choice('state', ['held', 'firm', 'consumed', 'released'], { required: true, defaultValue: 'held' }),
    instant('expiresAt'),
  ],
  guards: {
    checks: {
      quantity: 'quantity > 0',
      cause: "state not in ('held','firm') or (state = 'held') = (order_line_id is null)",
      expiry: "state <> 'held' or expires_at is not null",
    },
    indexes: [
      { on: ['level_id'], where: "state in ('held','firm')" },
      { on: ['order_line_id'], where: 'order_line_id is not null' },
      { on: ['cart_line_id'], where: "state = 'held'" },
      { on: ['expires_at'], where: "state = 'held'" },
    ],
    sameOrganization: { level: 'stock-levels', variant: 'variants' },
  },
})
