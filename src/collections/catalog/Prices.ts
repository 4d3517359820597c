import { day, quantity, ref, unitPrice } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** One unit price from a quantity on. Overlapping days are refused by an exclusion constraint. */
export const Prices = defineCollection({
  slug: 'prices',
  module: 'catalog',
  noun: 'price',
  tenancy: 'own',
  writes: 'crud',
  columns: ['list', 'variant', 'minimumQuantity', 'unitPriceMicro', 'fromDay', 'toDay'],
  fields: [
    ref('list', 'price-lists', { required: true }),
    ref('variant', 'variants', { required: true }),
    quantity('minimumQuantity', { required: true, defaultValue: 1 }),
    unitPrice('unitPrice', { required: true }),
    day('fromDay'),
    day('toDay'),
  ],
  guards: {
    sameOrganization: { list: 'price-lists', variant: 'variants' },
    checks: {
      days: 'from_day is null or to_day is null or from_day < to_day',
      amount: 'unit_price_micro >= 0',
      minimum: 'minimum_quantity > 0',
    },
    indexes: [{ on: ['organization_id', 'variant_id', 'list_id'] }],
  },
})
