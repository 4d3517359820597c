import { text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A maker's name people filter by. */
export const Brands = defineCollection({
  slug: 'brands',
  module: 'catalog',
  noun: 'brand',
  tenancy: 'shared-down',
  writes: 'crud',
  title: 'name',
  columns: ['name', 'slug'],
  fields: [text('name', { required: true, maxLength: 120 }), text('slug', { required: true, maxLength: 80 })],
  guards: { uniques: [{ on: ['organization_id', 'slug'] }] },
})
