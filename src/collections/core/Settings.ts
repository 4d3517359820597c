import { json, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A setting an organization changed; everything else has its declared default. */
export const Settings = defineCollection({
  slug: 'settings',
  module: 'core',
  noun: 'setting',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  title: 'key',
  columns: ['key', 'value', 'organization', 'updatedAt'],
  fields: [text('key', { required: true, maxLength: 80 }), json('value', { required: true })],
  guards: { uniques: [{ on: ['organization_id', 'key'] }] },
})
