import { orderMachine } from '@/domain/sales/status'
import { amount, choice, day, flag, instant, json, note, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A dealer's order. Owner is the seller, counterparty the buyer; the buyer sees it once it is submitted. */
export const Orders = defineCollection({
  slug: 'orders',
  module: 'sales',
  noun: 'order',
  tenancy: 'two-party',
  writes: 'operations',
  machine: orderMachine,
  title: 'number',
  columns: ['number', 'counterparty', 'status', 'totalMinor', 'currency', 'requestedOn', 'submittedAt'],
  search: ['number', 'poReference', 'buyerName'],
  fields: [
    text('number', { maxLength: 24 }),
    text('buyerName', { required: true, maxLength: 160 }),
    text('poReference', { maxLength: 60 }),
    day('requestedOn'),
    json('shipTo', { pii: 'contact' }),
    text('currency', { required: true, maxLength: 3 }),
    amount('subtotal', { required: true, defaultValue: 0 }),
    amount('discount', { required: true, defaultValue: 0 }),
    amount('tax', { required: true, defaultValue: 0 }),
    amount('total', { required: true, defaultValue: 0 }),
    amount('exposure', { required: true, defaultValue: 0, ownerOnly: true, description: 'What of it is neither billed nor cancelled; counts against the credit limit.' }),
    flag('taxInclusive'),
    choice('taxRounding', ['line', 'document'], { required: true, defaultValue: 'line' }),
    flag('shipComplete'),
    note('note'),
    note('internalNote', { ownerOnly: true }),
    instant('submittedAt'),
    instant('confirmedAt'),
    instant('cancelledAt'),
    text('cancelReason', { maxLength: 400 }),
    instant('closedAt'),
    ref('cart', 'carts'),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'number'], where: 'number is not null' }, { on: ['cart_id'], where: 'cart_id is not null' }],
    checks: {
      total: 'total_minor = subtotal_minor - discount_minor + case when tax_inclusive then 0 else tax_minor end',
      number: "status in ('draft', 'cancelled') or number is not null",
      shared: "status = 'draft' or shared_at is not null or counterparty_id is null",
    },
    indexes: [
      { on: ['counterparty_id', 'id desc'], where: 'shared_at is not null' },
      { on: ['organization_id', 'id desc'] },
      { on: ['organization_id', 'status', 'id desc'] },
      { on: ['organization_id', 'number text_pattern_ops'] },
      { on: ['organization_id', 'upper(po_reference) text_pattern_ops'], where: 'po_reference is not null' },
      { on: ['counterparty_id', 'organization_id'], where: 'exposure_minor > 0' },
      { on: ['organization_id', 'requested_on'], where: "status in ('submitted', 'confirmed', 'processing', 'partially-shipped')" },
    ],
    frozen: [{ columns: ['currency', 'counterparty_id', 'organization_id', 'number'], when: "old.status <> 'draft'", message: 'a submitted order keeps its parties, currency and number' }],
    sameTree: { counterparty: 'organizations' },
  },
})
