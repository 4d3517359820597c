import { instant, quantity, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A variant and how much of it. It holds no stock until checkout is opened; taken out, it stays for the holds it had. */
export const CartLines = defineCollection({
  slug: 'cart-lines',
  module: 'sales',
  noun: 'cart',
  tenancy: 'own',
  writes: 'operations',
  audited: false,
  hidden: true,
  fields: [
    ref('cart', 'carts', { required: true }),
    ref('variant', 'variants', { required: true }),
    text('unit', { required: true, maxLength: 12 }),
    quantity('quantity', { required: true }),
    instant('removedAt'),
  ],
  guards: {
    uniques: [{ on: ['cart_id', 'variant_id', 'unit'], where: 'removed_at is null' }],
    checks: { quantity: 'quantity > 0' },
    sameOrganization: { cart: 'carts' },
    sameTree: { variant: 'variants' },
  },
})
