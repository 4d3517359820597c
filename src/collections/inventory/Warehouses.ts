import { ref, text, whole, instant } from '@/platform/payload/fields'
import { giveDefaultLocation } from '@/hooks/inventory/giveDefaultLocation'
import { defineCollection } from '@/platform/payload/define-collection'

/** A place goods are kept and shipped from. Allocation goes by `priority`, the lowest first. */
export const Warehouses = defineCollection({
  slug: 'warehouses',
  module: 'inventory',
  noun: 'warehouse',
  tenancy: 'own',
  writes: 'crud',
  branch: true,
  title: 'name',
  columns: ['name', 'code', 'branch', 'priority'],
  fields: [
    text('code', { required: true, maxLength: 24 }),
    text('name', { required: true, maxLength: 120 }),
    whole('priority', { required: true, defaultValue: 10 }),
    ref('address', 'addresses'),
    instant('archivedAt'),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'code'] }],
    sameOrganization: { branch: 'branches', address: 'addresses' },
  },
  more: { hooks: { afterChange: [giveDefaultLocation] } },
})
