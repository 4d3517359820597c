import { quantity, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** How much of an order line left with a shipment. */
export const ShipmentLines = defineCollection({
  slug: 'shipment-lines',
  module: 'sales',
  noun: 'shipment',
  tenancy: 'two-party',
  writes: 'operations',
  audited: false,
  hidden: true,
  fields: [
    ref('shipment', 'shipments', { required: true }),
    ref('orderLine', 'order-lines', { required: true }),
    ref('variant', 'variants', { required: true }),
    text('sku', { required: true, maxLength: 64 }),
    text('name', { required: true, maxLength: 200 }),
    quantity('quantity', { required: true }),
    quantity('invoiced', { required: true, defaultValue: 0 }),
  ],
  guards: {
    uniques: [{ on: ['shipment_id', 'order_line_id'] }],
    checks: { quantity: 'quantity > 0', invoiced: 'invoiced between 0 and quantity' },
    indexes: [{ on: ['order_line_id'] }],
    sameOrganization: { shipment: 'shipments', orderLine: 'order-lines', variant: 'variants' },
  },
})
