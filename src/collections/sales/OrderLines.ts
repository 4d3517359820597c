import { amount, choice, json, quantity, ref, text, unitPrice, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A line with everything it was ordered under: price, tax, unit and name are snapshots (S13). */
export const OrderLines = defineCollection({
  slug: 'order-lines',
  module: 'sales',
  noun: 'order',
  tenancy: 'two-party',
  writes: 'operations',
  audited: false,
  hidden: true,
  fields: [
    ref('order', 'orders', { required: true }),
    whole('lineNo', { required: true, min: 1 }),
    ref('variant', 'variants', { required: true }),
    text('sku', { required: true, maxLength: 64 }),
    text('name', { required: true, maxLength: 200 }),
    text('unit', { required: true, maxLength: 12 }),
    quantity('factor', { required: true, defaultValue: 1 }),
    quantity('orderQuantity', { required: true }),
    text('stockUnit', { required: true, maxLength: 12 }),
    quantity('quantity', { required: true }),
    quantity('shipped', { required: true, defaultValue: 0 }),
    quantity('cancelled', { required: true, defaultValue: 0 }),
    quantity('returned', { required: true, defaultValue: 0 }),
    choice('backorder', ['none', 'allowed'], { required: true, defaultValue: 'none' }),
    text('priceList', { maxLength: 40 }),
    text('priceKind', { maxLength: 20 }),
    unitPrice('unitPrice', { required: true }),
    text('taxClass', { required: true, maxLength: 40 }),
    json('taxes'),
    text('untaxedReason', { maxLength: 200 }),
    amount('net', { required: true }),
    amount('tax', { required: true }),
    amount('gross', { required: true }),
  ],
  guards: {
    uniques: [{ on: ['order_id', 'line_no'] }],
    checks: {
      quantity: 'quantity > 0 and order_quantity > 0 and factor > 0',
      done: 'least(shipped, cancelled, returned) >= 0 and shipped + cancelled <= quantity and returned <= shipped',
      gross: 'gross_minor = net_minor + tax_minor',
    },
    indexes: [{ on: ['variant_id'] }],
    frozen: [{ columns: ['variant_id', 'sku', 'name', 'unit', 'factor', 'unit_price_micro', 'tax_class'], when: 'true', message: 'an order line keeps what it was ordered under' }],
    sameOrganization: { order: 'orders', variant: 'variants' },
  },
})
