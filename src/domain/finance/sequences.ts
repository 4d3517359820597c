import { defineSequence } from '@/kernel/sequence'

/** Invoices and credit notes: one counter per organization, series and fiscal year (F1). */
export const invoiceNumbers = defineSequence({
  name: 'invoice',
  scope: ['organization', 'series', 'fiscalYear'],
  pattern: '{series}-{yyyy}-{00000}',
})

export const paymentNumbers = defineSequence({ name: 'payment', scope: ['organization'], pattern: 'PAY-{000000}' })
