import { choice, json, quantity, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'
import { checkCustom } from '@/hooks/shared/checkCustom'
import { checkPacks } from '@/hooks/catalog/checkPacks'

/** What is stocked and sold: it has the SKU. `packs` are further units: [{ "unit": "CASE", "factor": "12" }]. */
export const Variants = defineCollection({
  slug: 'variants',
  module: 'catalog',
  noun: 'variant',
  tenancy: 'shared-down',
  writes: 'crud',
  read: 'product.read',
  write: 'product.write',
  title: 'sku',
  columns: ['sku', 'name', 'product', 'status', 'stockUnit'],
  search: ['sku', 'name', 'barcode'],
  fields: [
    ref('product', 'products', { required: true }),
    text('sku', { required: true, maxLength: 64 }),
    text('name', { required: true, maxLength: 200 }),
    text('barcode', { maxLength: 64 }),
    json('options', { description: 'What this variant is: Colour, Red.' }),
    ref('stockUnit', 'units', { required: true }),
    json('packs', { description: 'Further units it is sold in: CASE, 12.' }),
    text('taxClass', { required: true, maxLength: 40 }),
    whole('weightGrams', { min: 0 }),
    quantity('minimumQuantity'),
    quantity('stepQuantity'),
    choice('backorder', ['none', 'allowed'], { required: true, defaultValue: 'none' }),
    choice('status', ['draft', 'active', 'discontinued', 'archived'], { required: true, defaultValue: 'active', index: true }),
    whole('position', { defaultValue: 0 }),
    json('custom', { description: 'Values of the custom fields of this organization.' }),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'sku'] }],
    sameOrganization: { product: 'products', stockUnit: 'units' },
    checks: { minimum: 'minimum_quantity is null or minimum_quantity > 0', step: 'step_quantity is null or step_quantity > 0' },
  },
  more: { hooks: { beforeChange: [checkPacks, checkCustom] } },
})
