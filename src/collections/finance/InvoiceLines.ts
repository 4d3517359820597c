import { amount, json, quantity, ref, text, unitPrice, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** What is billed: a shipped quantity at the price and the taxes of its order line. */
export const InvoiceLines = defineCollection({
  slug: 'invoice-lines',
  module: 'finance',
  noun: 'invoice',
  tenancy: 'two-party',
  writes: 'operations',
  audited: false,
  hidden: true,
  fields: [
    ref('invoice', 'invoices', { required: true }),
    whole('lineNo', { required: true, min: 1 }),
    ref('orderLine', 'order-lines'),
    ref('shipmentLine', 'shipment-lines'),
    ref('creditedLine', 'invoice-lines'),
    text('sku', { maxLength: 64 }),
    text('name', { required: true, maxLength: 200 }),
    text('unit', { required: true, maxLength: 12 }),
    quantity('quantity', { required: true }),
    unitPrice('unitPrice', { required: true }),
    amount('discount', { required: true, defaultValue: 0 }),
    text('taxClass', { maxLength: 40 }),
    json('taxes'),
    text('untaxedReason', { maxLength: 200 }),
    amount('net', { required: true }),
    amount('tax', { required: true }),
    amount('gross', { required: true }),
  ],
  guards: {
    uniques: [{ on: ['invoice_id', 'line_no'] }],
    checks: { gross: 'gross_minor = net_minor + tax_minor', quantity: 'quantity > 0' },
    indexes: [{ on: ['shipment_line_id'] }, { on: ['order_line_id'] }, { on: ['credited_line_id'], where: 'credited_line_id is not null' }],
    frozen: [
      {
        columns: [
          'organization_id', 'invoice_id', 'line_no', 'order_line_id', 'shipment_line_id', 'credited_line_id', 'sku', 'name', 'unit', 'quantity', 'unit_price_micro',
          'discount_minor', 'tax_class', 'taxes', 'untaxed_reason', 'net_minor', 'tax_minor', 'gross_minor',
        ],
        when: 'true',
        message: 'an invoice line never changes',
      },
    ],
    sameOrganization: { invoice: 'invoices' },
  },
})
