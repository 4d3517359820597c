import { quantity, ref, text } from '@/platform/payload/fields'
import { THROUGH_LOCATION } from '@/collections/inventory/branch-of-stock'
import { defineCollection } from '@/platform/payload/define-collection'

/** What lies where, and how much of it is promised: the projection of stock moves and reservations. */
export const StockLevels = defineCollection({
  slug: 'stock-levels',
  module: 'inventory',
  noun: 'stock',
  tenancy: 'own',
  branchThrough: THROUGH_LOCATION,
  writes: 'system',
  columns: ['variant', 'location', 'onHand', 'reserved', 'shelf'],
  description: 'Written by stock moves and reservations only.',
  fields: [
    ref('variant', 'variants', { required: true }),
    ref('location', 'storage-locations', { required: true }),
    text('lot', { maxLength: 64 }),
    quantity('onHand', { required: true, defaultValue: 0 }),
    quantity('reserved', { required: true, defaultValue: 0 }),
    text('shelf', { maxLength: 40 }),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'variant_id', 'location_id', 'lot'], nullsEqual: true }],
    checks: { reserved: '0 <= reserved and reserved <= on_hand' },
    indexes: [{ on: ['variant_id'] }, { on: ['location_id'] }],
    sameOrganization: { variant: 'variants', location: 'storage-locations' },
  },
})
