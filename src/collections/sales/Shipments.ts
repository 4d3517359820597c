import { shipmentMachine } from '@/domain/sales/status'
import { instant, json, note, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** Goods that leave one warehouse for one order. */
export const Shipments = defineCollection({
  slug: 'shipments',
  module: 'sales',
  noun: 'shipment',
  tenancy: 'two-party',
  writes: 'operations',
  machine: shipmentMachine,
  title: 'number',
  columns: ['number', 'order', 'counterparty', 'branch', 'status', 'warehouse', 'dispatchedAt'],
  search: ['number', 'trackingNumber'],
  fields: [
    text('number', { required: true, maxLength: 24 }),
    ref('order', 'orders', { required: true }),
    ref('warehouse', 'warehouses', { required: true }),
    text('carrier', { maxLength: 80 }),
    text('trackingNumber', { maxLength: 80 }),
    json('shipTo', { pii: 'contact' }),
    instant('dispatchedAt'),
    instant('deliveredAt'),
    note('note'),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'number'] }],
    indexes: [{ on: ['order_id'] }, { on: ['counterparty_id', 'id desc'] }],
    sameOrganization: { order: 'orders', warehouse: 'warehouses' },
  },
})
