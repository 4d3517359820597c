import { choice, instant, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** What a buyer is about to order. Owner is the buyer's organization; the seller is told only by the order. */
export const Carts = defineCollection({
  slug: 'carts',
  module: 'sales',
  noun: 'cart',
  tenancy: 'own',
  writes: 'operations',
  audited: false,
  branch: true,
  columns: ['name', 'owner', 'state', 'updatedAt'],
  fields: [
    ref('seller', 'organizations', { required: true }),
    ref('owner', 'users', { required: true }),
    text('name', { maxLength: 80 }),
    choice('state', ['open', 'ordered', 'abandoned'], { required: true, defaultValue: 'open' }),
    ref('order', 'orders'),
    instant('checkoutAt'),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'owner_id', 'seller_id'], where: "state = 'open'" }, { on: ['order_id'], where: 'order_id is not null' }],
    sameTree: { seller: 'organizations' },
  },
})
