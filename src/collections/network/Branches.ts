import { ref, text, instant } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A shop, a yard, a farm: a place of an organization. */
export const Branches = defineCollection({
  slug: 'branches',
  module: 'network',
  noun: 'branch',
  tenancy: 'own',
  writes: 'crud',
  reachDown: true,
  title: 'name',
  columns: ['name', 'code', 'organization'],
  fields: [
    text('code', { required: true, maxLength: 24 }),
    text('name', { required: true, maxLength: 120 }),
    ref('address', 'addresses'),
    instant('archivedAt'),
  ],
  guards: { uniques: [{ on: ['organization_id', 'code'], where: 'archived_at is null' }], sameOrganization: { address: 'addresses' } },
})
