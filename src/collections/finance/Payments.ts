import { paymentMachine } from '@/domain/finance/status'
import { amount, choice, day, instant, note, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** Money that came in or went out. What it settles are allocation rows; the rest is unapplied credit (F6). */
export const Payments = defineCollection({
  slug: 'payments',
  module: 'finance',
  noun: 'payment',
  tenancy: 'two-party',
  writes: 'operations',
  machine: paymentMachine,
  title: 'number',
  columns: ['number', 'counterparty', 'status', 'method', 'amountMinor', 'unappliedMinor', 'receivedOn'],
  search: ['number', 'reference', 'buyerName'],
  fields: [
    text('number', { required: true, maxLength: 24 }),
    choice('direction', ['in', 'out'], { required: true, defaultValue: 'in' }),
    choice('method', ['bank-transfer', 'cheque', 'card', 'cash', 'other'], { required: true, defaultValue: 'bank-transfer' }),
    text('buyerName', { required: true, maxLength: 160 }),
    text('currency', { required: true, maxLength: 3 }),
    amount('amount', { required: true }),
    amount('unapplied', { required: true, defaultValue: 0 }),
    text('reference', { maxLength: 80 }),
    day('receivedOn', { required: true }),
    instant('clearedAt'),
    instant('reversedAt'),
    text('reverseReason', { maxLength: 400 }),
    note('note'),
    note('internalNote', { ownerOnly: true }),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'number'] }],
    checks: { amount: 'amount_minor > 0', unapplied: 'unapplied_minor between 0 and amount_minor' },
    indexes: [
      { on: ['counterparty_id', 'id desc'] },
      { on: ['organization_id', 'id desc'] },
      { on: ['organization_id', 'counterparty_id'], where: "unapplied_minor > 0 and status = 'cleared'" },
    ],
    frozen: [{ columns: ['organization_id', 'tree_id', 'branch_id', 'counterparty_id', 'amount_minor', 'currency', 'direction', 'method', 'received_on', 'number'], when: 'true', message: 'a payment keeps its amount and parties; reverse it instead' }],
    sameOrganization: { branch: 'branches' },
    sameTree: { counterparty: 'organizations' },
  },
})
