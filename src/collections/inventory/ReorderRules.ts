import { quantity, ref } from '@/platform/payload/fields'
import { THROUGH_WAREHOUSE } from '@/collections/inventory/branch-of-stock'
import { defineCollection } from '@/platform/payload/define-collection'

/** Safety stock is never sold; below the reorder point somebody is told (S3). */
export const ReorderRules = defineCollection({
  slug: 'reorder-rules',
  module: 'inventory',
  noun: 'reorder-rule',
  tenancy: 'own',
  branchThrough: THROUGH_WAREHOUSE,
  writes: 'crud',
  columns: ['variant', 'warehouse', 'safetyQuantity', 'reorderPoint', 'reorderQuantity'],
  fields: [
    ref('variant', 'variants', { required: true }),
    ref('warehouse', 'warehouses', { required: true }),
    quantity('safetyQuantity', { required: true, defaultValue: 0 }),
    quantity('reorderPoint', { required: true, defaultValue: 0 }),
    quantity('reorderQuantity', { defaultValue: 0 }),
  ],
  guards: {
    uniques: [{ on: ['variant_id', 'warehouse_id'] }],
    checks: { positive: 'safety_quantity >= 0 and reorder_point >= 0' },
    sameOrganization: { variant: 'variants', warehouse: 'warehouses' },
  },
})
