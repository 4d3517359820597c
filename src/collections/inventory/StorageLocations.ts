import { choice, flag, ref, text } from '@/platform/payload/fields'
import { keepOneDefault } from '@/hooks/inventory/keepOneDefault'
import { THROUGH_WAREHOUSE } from '@/collections/inventory/branch-of-stock'
import { defineCollection } from '@/platform/payload/define-collection'

/** A place inside a warehouse. Its kind decides whether the goods there can be sold. */
export const StorageLocations = defineCollection({
  slug: 'storage-locations',
  module: 'inventory',
  noun: 'location',
  tenancy: 'own',
  branchThrough: THROUGH_WAREHOUSE,
  writes: 'crud',
  title: 'name',
  columns: ['name', 'code', 'warehouse', 'kind', 'isDefault'],
  fields: [
    ref('warehouse', 'warehouses', { required: true }),
    text('code', { required: true, maxLength: 40 }),
    text('name', { required: true, maxLength: 120 }),
    choice('kind', ['stock', 'quarantine', 'transit', 'waste'], { required: true, defaultValue: 'stock' }),
    flag('isDefault'),
  ],
  guards: {
    uniques: [{ on: ['warehouse_id', 'code'] }, { on: ['warehouse_id'], where: 'is_default' }],
    sameOrganization: { warehouse: 'warehouses' },
  },
  more: { hooks: { beforeChange: [keepOneDefault] } },
})
