import { ref, text, whole, note } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'
import { keepCategoryPath } from '@/hooks/catalog/keepCategoryPath'

/** The tree that people browse. `path` holds the slugs from the top, kept by a hook and a trigger. */
export const Categories = defineCollection({
  slug: 'categories',
  module: 'catalog',
  noun: 'category',
  tenancy: 'shared-down',
  writes: 'crud',
  title: 'name',
  columns: ['name', 'path', 'position'],
  fields: [
    text('name', { required: true, maxLength: 120 }),
    text('slug', { required: true, maxLength: 80 }),
    ref('parent', 'categories'),
    text('path', { readOnly: true, maxLength: 500 }),
    whole('position', { defaultValue: 0 }),
    note('description'),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'slug'] }],
    indexes: [{ on: ['organization_id', 'path varchar_pattern_ops'] }],
    sameOrganization: { parent: 'categories' },
  },
  more: { hooks: { beforeChange: [keepCategoryPath] } },
})
