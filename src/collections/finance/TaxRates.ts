import { day, flag, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A tax of a place for a class of goods. No row means untaxed, and the document says so. */
export const TaxRates = defineCollection({
  slug: 'tax-rates',
  module: 'finance',
  noun: 'tax-rate',
  tenancy: 'own',
  writes: 'crud',
  title: 'name',
  columns: ['name', 'country', 'region', 'taxClass', 'ratePpm', 'fromDay', 'toDay'],
  fields: [
    text('name', { required: true, maxLength: 80 }),
    text('country', { required: true, maxLength: 2 }),
    text('region', { maxLength: 80, description: 'Empty: the whole country.' }),
    text('taxClass', { required: true, maxLength: 40 }),
    whole('ratePpm', { required: true, description: 'Parts per million: 190000 is 19 %.' }),
    flag('compound'),
    day('fromDay'),
    day('toDay'),
  ],
  guards: {
    checks: { rate: 'rate_ppm between -1000000 and 1000000', country: "country ~ '^[A-Z]{2}$'", days: 'from_day is null or to_day is null or from_day < to_day' },
    indexes: [{ on: ['organization_id', 'country', 'tax_class'] }],
  },
})
