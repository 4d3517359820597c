import { z } from 'zod'
import { defineSetting } from '@/kernel/setting'

const Series = z.string().regex(/^[A-Z0-9]{1,12}$/, { error: 'must be 1 to 12 capital letters or digits' })

export const invoiceOn = defineSetting({
  key: 'finance.invoiceOn',
  schema: z.enum(['shipment', 'manual']),
  default: 'shipment',
  label: 'Invoice automatically',
  help: 'With every shipment, or only when somebody in finance drafts and posts the invoice.',
  group: 'Invoices',
})

export const taxRounding = defineSetting({
  key: 'finance.taxRounding',
  schema: z.enum(['line', 'document']),
  default: 'line',
  label: 'Round taxes',
  help: 'On every line, or once per tax over the whole document. Each document says which it was.',
  group: 'Invoices',
})

export const invoiceSeries = defineSetting({
  key: 'finance.series',
  schema: Series,
  default: 'INV',
  label: 'Series of invoices',
  help: 'Begins the number of every invoice: INV-2026-00001. A new series counts from 1.',
  group: 'Invoices',
})

export const creditSeries = defineSetting({
  key: 'finance.creditSeries',
  schema: Series,
  default: 'CN',
  label: 'Series of credit notes',
  help: 'Begins the number of every credit note: CN-2026-00001.',
  group: 'Invoices',
})

export const fiscalYearStart = defineSetting({
  key: 'finance.fiscalYearStart',
  schema: z.int().min(1).max(12),
  default: 1,
  label: 'First month of the fiscal year',
  help: 'Numbers start again with each fiscal year, which is named after the year it begins in. 4 is April.',
  group: 'Invoices',
})

export const termsDays = defineSetting({
  key: 'finance.termsDays',
  schema: z.int().min(0).max(365),
  default: 30,
  label: 'Payment terms in days',
  help: 'When an invoice is due, for dealers without terms of their own.',
  group: 'Invoices',
})

export const applyCredit = defineSetting({
  key: 'finance.applyCredit',
  schema: z.boolean(),
  default: false,
  label: 'Use unapplied credit at once',
  help: 'A new invoice is settled from over-payments and credit notes of the dealer, the oldest first.',
  group: 'Payments',
})

export const financeSettings = [
  invoiceOn,
  taxRounding,
  invoiceSeries,
  creditSeries,
  fiscalYearStart,
  termsDays,
  applyCredit,
]
