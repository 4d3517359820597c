import { choice, json, picture, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** The tenants: HQ on top, dealer groups, dealers, suppliers. `slug` is unique in the installation, `code` in its tree. */
export const Organizations = defineCollection({
  slug: 'organizations',
  module: 'network',
  noun: 'organization',
  tenancy: 'organization',
  writes: 'operations',
  reachDown: true,
  title: 'name',
  columns: ['name', 'code', 'kind', 'status', 'currency', 'zone'],
  search: ['name', 'code', 'slug'],
  fields: [
    text('code', { required: true, maxLength: 24 }),
    text('slug', { required: true, maxLength: 60 }),
    text('name', { required: true, maxLength: 160 }),
    choice('kind', ['hq', 'dealer', 'supplier', 'partner'], { required: true }),
    choice('status', ['active', 'suspended', 'terminated'], { required: true, defaultValue: 'active' }),
    ref('parent', 'organizations'),
    text('path', { required: true, maxLength: 2000, readOnly: true }),
    text('currency', { required: true, maxLength: 3 }),
    text('zone', { required: true, maxLength: 60 }),
    text('locale', { required: true, maxLength: 20 }),
    picture('logo'),
    json('branding', { description: 'Colours of the portal: { "brand": "#1d4ed8" }.' }),
  ],
  guards: {
    uniques: [{ on: ['slug'] }, { on: ['tree_id', 'code'] }],
    checks: { currency: "currency ~ '^[A-Z]{3}$'", path: "path like '%/' || id::text || '/'" },
    indexes: [{ on: ['path varchar_pattern_ops'] }, { on: ['parent_id'] }, { on: ['tree_id'] }],
    sameTree: { parent: 'organizations' },
  },
})
