import { invoiceMachine } from '@/domain/finance/status'
import { amount, choice, day, flag, instant, json, note, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** An invoice or credit note. Posted ones are frozen; what is open follows from allocations. */
export const Invoices = defineCollection({
  slug: 'invoices',
  module: 'finance',
  noun: 'invoice',
  tenancy: 'two-party',
  writes: 'operations',
  machine: invoiceMachine,
  title: 'number',
  columns: ['number', 'kind', 'counterparty', 'status', 'settlement', 'totalMinor', 'openMinor', 'dueOn'],
  search: ['number', 'buyerName'],
  fields: [
    choice('kind', ['invoice', 'credit-note'], { required: true, defaultValue: 'invoice' }),
    text('series', { required: true, maxLength: 12 }),
    whole('fiscalYear'),
    whole('numberSeq'),
    text('number', { maxLength: 32 }),
    ref('order', 'orders'),
    ref('shipment', 'shipments'),
    ref('creditOf', 'invoices'),
    text('buyerName', { required: true, maxLength: 160 }),
    json('billTo'),
    json('seller'),
    text('currency', { required: true, maxLength: 3 }),
    day('invoicedOn'),
    day('dueOn'),
    amount('subtotal', { required: true, defaultValue: 0 }),
    amount('discount', { required: true, defaultValue: 0 }),
    amount('tax', { required: true, defaultValue: 0 }),
    amount('total', { required: true, defaultValue: 0 }),
    amount('open', { required: true, defaultValue: 0 }),
    choice('settlement', ['open', 'partial', 'paid'], { required: true, defaultValue: 'open' }),
    flag('taxInclusive'),
    choice('taxRounding', ['line', 'document'], { required: true, defaultValue: 'line' }),
    json('taxes'),
    ref('pdf', 'files'),
    note('note'),
    note('internalNote', { ownerOnly: true }),
    instant('postedAt'),
    instant('voidedAt'),
    text('voidReason', { maxLength: 400 }),
  ],
  guards: {
    uniques: [
      { on: ['organization_id', 'number'], where: 'number is not null' },
      { on: ['organization_id', 'series', 'fiscal_year', 'number_seq'], where: 'number_seq is not null' },
      { on: ['shipment_id', 'kind'], where: "shipment_id is not null and status <> 'void'" },
    ],
    checks: {
      total: 'total_minor = subtotal_minor - discount_minor + case when tax_inclusive then 0 else tax_minor end',
      posted: "status = 'draft' or (number is not null and invoiced_on is not null and due_on is not null)",
      open: 'open_minor between 0 and total_minor',
      settlement: "(settlement = 'paid') = (open_minor = 0 and posted_at is not null) or status = 'void' or total_minor = 0",
    },
    indexes: [
      { on: ['counterparty_id', 'id desc'], where: 'shared_at is not null' },
      { on: ['organization_id', 'id desc'] },
      { on: ['organization_id', 'due_on'], where: "open_minor > 0 and status = 'posted'" },
      { on: ['order_id'] },
    ],
    frozen: [
      {
        columns: ['organization_id', 'counterparty_id', 'kind', 'series', 'fiscal_year', 'number_seq', 'number', 'currency', 'invoiced_on', 'due_on', 'subtotal_minor', 'discount_minor', 'tax_minor', 'total_minor', 'taxes', 'bill_to', 'seller', 'buyer_name', 'order_id', 'shipment_id', 'posted_at'],
        when: "old.status <> 'draft'",
        message: 'a posted invoice is final; void or credit it instead',
      },
    ],
    sameTree: { counterparty: 'organizations' },
  },
})
