import { json, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A setting an organization or one of its branches changed; everything else is inherited or the declared default. */
export const Settings = defineCollection({
  slug: 'settings',
  module: 'core',
  noun: 'setting',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  branch: true,
  title: 'key',
  columns: ['key', 'value', 'organization', 'branch', 'updatedAt'],
  fields: [text('key', { required: true, maxLength: 80 }), json('value', { required: true })],
  guards: {
    uniques: [{ on: ['organization_id', 'branch_id', 'key'], nullsEqual: true }],
    sameOrganization: { branch: 'branches' },
  },
})
