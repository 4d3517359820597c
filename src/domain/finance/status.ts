import { defineMachine } from '@/kernel/machine'

/** The life of an invoice. Paid, partial and overdue are no states: they follow from allocations and the day. */
export const invoiceMachine = defineMachine({
  name: 'invoice',
  initial: 'draft',
  states: {
    draft: { label: 'Draft', tone: 'neutral' },
    posted: { label: 'Posted', tone: 'info' },
    void: { label: 'Void', tone: 'danger', final: true },
  },
  transitions: {
    post: {
      from: ['draft'],
      to: 'posted',
      label: 'Post',
      needs: 'invoice.post',
      emits: 'invoice.posted',
      side: 'owner',
      by: 'person',
      confirm: 'A posted invoice gets its number and can no longer be changed.',
    },
    void: {
      from: ['posted'],
      to: 'void',
      label: 'Void',
      needs: 'invoice.void',
      emits: 'invoice.voided',
      side: 'owner',
      by: 'person',
      confirm: 'The invoice keeps its number and counts no longer.',
    },
  },
})

/** The life of a payment; allocations are rows of their own. */
export const paymentMachine = defineMachine({
  name: 'payment',
  initial: 'pending',
  states: {
    pending: { label: 'Pending', tone: 'warning' },
    cleared: { label: 'Cleared', tone: 'success' },
    cancelled: { label: 'Cancelled', tone: 'neutral', final: true },
    reversed: { label: 'Reversed', tone: 'danger', final: true },
  },
  transitions: {
    clear: {
      from: ['pending'],
      to: 'cleared',
      label: 'Clear',
      needs: 'payment.record',
      emits: 'payment.cleared',
      side: 'owner',
      by: 'person',
    },
    cancel: {
      from: ['pending'],
      to: 'cancelled',
      label: 'Cancel',
      needs: 'payment.record',
      side: 'owner',
      by: 'person',
    },
    reverse: {
      from: ['cleared'],
      to: 'reversed',
      label: 'Reverse',
      needs: 'payment.reverse',
      emits: 'payment.reversed',
      side: 'owner',
      by: 'person',
      confirm: 'Its allocations are taken back and the invoices are open again.',
    },
  },
})
