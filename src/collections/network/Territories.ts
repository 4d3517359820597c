import { ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A sales region of HQ. */
export const Territories = defineCollection({
  slug: 'territories',
  module: 'network',
  noun: 'territory',
  tenancy: 'own',
  writes: 'crud',
  title: 'name',
  columns: ['name', 'code', 'region', 'country'],
  fields: [
    text('code', { required: true, maxLength: 40 }),
    text('name', { required: true, maxLength: 80 }),
    text('country', { maxLength: 2 }),
    text('region', { maxLength: 80 }),
    ref('manager', 'memberships'),
  ],
  guards: { uniques: [{ on: ['organization_id', 'code'] }], sameOrganization: { manager: 'memberships' } },
})
