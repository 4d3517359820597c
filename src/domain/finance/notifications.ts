import { invoicePosted, invoiceResent, paymentCleared, paymentReversed } from '@/domain/finance/events'
import { defineNotification } from '@/kernel/notification'
import type { Words } from '@/kernel/words'

const parties = {
  buyer: '00000000-0000-7000-8000-000000000003',
  buyerName: 'Harbor Bikes',
  buyerSlug: 'harbor-bikes',
  sellerName: 'Cascade Cycles',
  currency: 'USD',
}

const invoiceSample = {
  ...parties,
  invoice: '00000000-0000-7000-8000-000000000011',
  number: 'INV-2026-00042',
  kind: 'invoice' as const,
  order: null,
  shipment: null,
  creditOf: null,
  totalMinor: 124_950,
  invoicedOn: '2026-07-01',
  dueOn: '2026-07-31',
}

const paymentSample = {
  ...parties,
  payment: '00000000-0000-7000-8000-000000000012',
  number: 'PAY-000017',
  amountMinor: 124_950,
  unappliedMinor: 0,
  method: 'bank-transfer',
  reference: 'WIRE 5521',
  receivedOn: '2026-07-20',
}

export const invoicePostedNotification = defineNotification({
  name: 'invoice-posted',
  on: invoicePosted,
  to: { side: 'counterparty', holding: 'invoice.read' },
  channels: ['in-app', 'email'],
  category: 'invoices',
  subject: (data) => `${nounOf(data.kind)} ${data.number} from ${data.sellerName}`,
  body: invoiceBody,
  path: invoicePath,
  sample: invoiceSample,
})

export const invoiceResentNotification = defineNotification({
  name: 'invoice-resent',
  on: invoiceResent,
  to: { side: 'counterparty', holding: 'invoice.read' },
  channels: ['in-app', 'email'],
  category: 'invoices',
  subject: (data) => `${nounOf(data.kind)} ${data.number} from ${data.sellerName}, sent again`,
  body: invoiceBody,
  path: invoicePath,
  sample: invoiceSample,
})

export const paymentReceivedNotification = defineNotification({
  name: 'payment-received',
  on: paymentCleared,
  to: { side: 'counterparty', holding: 'payment.read' },
  channels: ['in-app', 'email'],
  category: 'invoices',
  subject: (data) => `${data.sellerName} received your payment ${data.number}`,
  body: (data, words) => {
    const left =
      data.unappliedMinor > 0
        ? ` ${words.money(data.unappliedMinor, data.currency)} of it is credit for your next invoices.`
        : ''
    return `${words.money(data.amountMinor, data.currency)}${named(data.reference)} arrived on ${words.day(data.receivedOn)}.${left}`
  },
  path: (data) => `/dealer/${data.buyerSlug}/invoices`,
  sample: paymentSample,
})

export const paymentReversedNotification = defineNotification({
  name: 'payment-reversed',
  on: paymentReversed,
  to: { side: 'counterparty', holding: 'payment.read' },
  channels: ['in-app', 'email'],
  category: 'invoices',
  mandatory: true,
  subject: (data) => `Payment ${data.number} came back`,
  body: (data, words) =>
    `${words.money(data.amountMinor, data.currency)}${named(data.reference)} came back: ${data.reason} The invoices it paid are open again.`,
  path: (data) => `/dealer/${data.buyerSlug}/invoices`,
  sample: { ...paymentSample, reason: 'The bank returned the cheque.' },
})

export const financeNotifications = [
  invoicePostedNotification,
  invoiceResentNotification,
  paymentReceivedNotification,
  paymentReversedNotification,
]

type Invoice = {
  kind: 'invoice' | 'credit-note'
  number: string
  totalMinor: number
  currency: string
  dueOn: string
  sellerName: string
}

function invoiceBody(data: Invoice, words: Words): string {
  const total = words.money(data.totalMinor, data.currency)
  if (data.kind === 'credit-note') return `${data.sellerName} credits you ${total} with ${data.number}.`
  return `${data.sellerName} billed ${total} with ${data.number}, due on ${words.day(data.dueOn)}.`
}

function invoicePath(data: { buyerSlug: string; invoice: string }): string {
  return `/dealer/${data.buyerSlug}/invoices/${data.invoice}`
}

function nounOf(kind: Invoice['kind']): string {
  return kind === 'credit-note' ? 'Credit note' : 'Invoice'
}

function named(reference: string | null): string {
  return reference ? ` (${reference})` : ''
}
