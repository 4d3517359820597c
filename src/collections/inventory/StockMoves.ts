import { choice, instant, quantity, ref, text, unitPrice, note, day } from '@/platform/payload/fields'
import { THROUGH_LOCATION } from '@/collections/inventory/branch-of-stock'
import { defineCollection } from '@/platform/payload/define-collection'

/** The ledger of goods: every change of what is on hand, with its cause. A correction is a new row. */
export const StockMoves = defineCollection({
  slug: 'stock-moves',
  module: 'inventory',
  noun: 'stock',
  tenancy: 'own',
  branchThrough: THROUGH_LOCATION,
  writes: 'system',
  ledger: true,
  columns: ['at', 'kind', 'variant', 'location', 'quantity', 'reason'],
  fields: [
    ref('level', 'stock-levels', { required: true }),
    ref('variant', 'variants', { required: true }),
    ref('location', 'storage-locations', { required: true }),
    choice('kind', ['opening', 'received', 'shipped', 'adjusted', 'returned'], { required: true }),
    quantity('quantity', { required: true }),
    unitPrice('unitCost', { ownerOnly: true, class: 'restricted' }),
    text('causeType', { required: true, maxLength: 40 }),
    text('cause', { required: true, maxLength: 64 }),
    note('reason'),
    text('actorName', { maxLength: 120, pii: 'identity' }),
    instant('at', { required: true }),
    day('onDay', { required: true }),
  ],
  guards: {
    checks: { quantity: 'quantity <> 0' },
    indexes: [{ on: ['level_id', 'at'] }, { on: ['organization_id', 'variant_id', 'at'] }, { on: ['cause_type', 'cause'] }],
    sameOrganization: { level: 'stock-levels', variant: 'variants', location: 'storage-locations' },
  },
})
