import { amount, instant, ref, day } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** How much of a payment settles an invoice. Taking it back is a new, negative row (F7). */
export const Allocations = defineCollection({
  slug: 'allocations',
  module: 'finance',
  noun: 'payment',
  tenancy: 'two-party',
  writes: 'system',
  ledger: true,
  columns: ['payment', 'invoice', 'amountMinor', 'onDay'],
  fields: [
    ref('payment', 'payments'),
    ref('creditNote', 'invoices'),
    ref('invoice', 'invoices', { required: true }),
    amount('amount', { required: true }),
    instant('at', { required: true }),
    day('onDay', { required: true }),
  ],
  guards: {
    checks: { amount: 'amount_minor <> 0', source: '(payment_id is null) <> (credit_note_id is null)' },
    indexes: [{ on: ['invoice_id'] }, { on: ['payment_id'] }, { on: ['credit_note_id'], where: 'credit_note_id is not null' }],
    sameOrganization: { payment: 'payments', creditNote: 'invoices', invoice: 'invoices' },
  },
})
