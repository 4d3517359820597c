import { text, whole, note } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** Gold, silver, bronze: what HQ grants by standing. */
export const DealerTiers = defineCollection({
  slug: 'dealer-tiers',
  module: 'network',
  noun: 'tier',
  tenancy: 'own',
  writes: 'crud',
  title: 'name',
  columns: ['name', 'code', 'rank'],
  fields: [text('code', { required: true, maxLength: 24 }), text('name', { required: true, maxLength: 80 }), whole('rank', { defaultValue: 0 }), note('description')],
  guards: { uniques: [{ on: ['organization_id', 'code'] }] },
})
