import { choice, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A unit of measure; `decimals` says whether fractions are allowed (0 = indivisible). */
export const Units = defineCollection({
  slug: 'units',
  module: 'catalog',
  noun: 'unit',
  tenancy: 'shared-down',
  writes: 'crud',
  title: 'name',
  columns: ['code', 'name', 'dimension', 'decimals'],
  fields: [
    text('code', { required: true, maxLength: 12 }),
    text('name', { required: true, maxLength: 60 }),
    choice('dimension', ['count', 'mass', 'length', 'volume', 'area', 'time'], { required: true, defaultValue: 'count' }),
    whole('decimals', { required: true, defaultValue: 0, min: 0 }),
  ],
  guards: { uniques: [{ on: ['organization_id', 'code'] }], checks: { decimals: 'decimals between 0 and 6' } },
})
