import { choice, json, note, picture, ref, text, instant } from '@/platform/payload/fields'
import { checkCustom } from '@/hooks/shared/checkCustom'
import { defineCollection } from '@/platform/payload/define-collection'

/** What is shown. Price, stock, tax class and barcode hang on its variants; every product has at least one. */
export const Products = defineCollection({
  slug: 'products',
  module: 'catalog',
  noun: 'product',
  tenancy: 'shared-down',
  writes: 'crud',
  title: 'name',
  columns: ['name', 'category', 'brand', 'status', 'updatedAt'],
  search: ['name', 'slug'],
  fields: [
    text('name', { required: true, maxLength: 200 }),
    text('slug', { required: true, maxLength: 120 }),
    ref('category', 'categories', { required: true }),
    ref('brand', 'brands'),
    choice('status', ['draft', 'active', 'discontinued', 'archived'], { required: true, defaultValue: 'draft', index: true }),
    note('description'),
    json('specs', { description: 'What the product page lists: Length, 7.2 m.' }),
    json('optionNames', { description: 'What variants differ in, for example colour and size.' }),
    { name: 'images', type: 'array', maxRows: 12, fields: [picture('image', { required: true })] },
    instant('archivedAt'),
    json('custom', { description: 'Values of the custom fields of this organization.' }),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'slug'], where: 'archived_at is null' }],
    sameOrganization: { category: 'categories', brand: 'brands' },
  },
  more: { hooks: { beforeChange: [checkCustom] } },
})
