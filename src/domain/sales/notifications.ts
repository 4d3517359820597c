import { orderCancelled, orderConfirmed, orderSubmitted, shipmentShipped } from '@/domain/sales/events'
import { defineNotification } from '@/kernel/notification'

const ids = { order: '00000000-0000-7000-8000-000000000001', seller: '00000000-0000-7000-8000-000000000002', buyer: '00000000-0000-7000-8000-000000000003' }

const sample = {
  ...ids,
  number: 'SO-000123',
  sellerName: 'Cascade Cycles',
  buyerName: 'Harbor Bikes',
  buyerSlug: 'harbor-bikes',
  poReference: 'PO-7781',
  totalMinor: 124_950,
  currency: 'USD',
}

export const orderSubmittedNotification = defineNotification({
  name: 'order-submitted',
  on: orderSubmitted,
  to: { side: 'owner', holding: 'order.confirm' },
  channels: ['in-app', 'email'],
  category: 'orders',
  subject: (data) => `${data.buyerName} ordered ${data.number}`,
  body: (data, words) => `${data.buyerName} submitted order ${data.number}${named(data.poReference)} over ${words.money(data.totalMinor, data.currency)}. It waits for confirmation.`,
  path: (data) => `/admin/collections/orders/${data.order}`,
  sample,
})

export const orderConfirmedNotification = defineNotification({
  name: 'order-confirmed',
  on: orderConfirmed,
  to: { side: 'counterparty', holding: 'order.read' },
  channels: ['in-app', 'email'],
  category: 'orders',
  subject: (data) => `Order ${data.number} is confirmed`,
  body: (data, words) => `${data.sellerName} confirmed order ${data.number}${named(data.poReference)} over ${words.money(data.totalMinor, data.currency)}.`,
  path: portalPath,
  sample,
})

export const orderCancelledNotification = defineNotification({
  name: 'order-cancelled',
  on: orderCancelled,
  to: { side: 'counterparty', holding: 'order.read' },
  channels: ['in-app', 'email'],
  category: 'orders',
  subject: (data) => `Order ${data.number} was cancelled`,
  body: (data) => `${data.by === 'owner' ? data.sellerName : data.buyerName} cancelled order ${data.number}${named(data.poReference)}.${data.reason ? ` Reason: ${data.reason}` : ''}`,
  path: portalPath,
  sample: { ...sample, reason: 'Ordered twice.', by: 'owner' as const },
})

export const shipmentShippedNotification = defineNotification({
  name: 'shipment-shipped',
  on: shipmentShipped,
  to: { side: 'counterparty', holding: 'shipment.read' },
  channels: ['in-app', 'email'],
  category: 'orders',
  subject: (data) => `Shipment ${data.number} of order ${data.orderNumber} is on its way`,
  body: (data) => `${data.sellerName} shipped ${data.lines.map((line) => `${line.quantity} ${line.unit} ${line.sku}`).join(', ')}.${tracked(data)}`,
  path: portalPath,
  sample: {
    ...ids,
    shipment: '00000000-0000-7000-8000-000000000004',
    number: 'SH-000045',
    orderNumber: sample.number,
    poReference: sample.poReference,
    sellerName: sample.sellerName,
    buyerName: sample.buyerName,
    buyerSlug: sample.buyerSlug,
    carrier: 'DHL',
    trackingNumber: '00340434161094042557',
    lines: [{ sku: 'BK-R93R-62', name: 'Road-150 Red, 62', quantity: '2', unit: 'EA' }],
  },
})

export const salesNotifications = [orderSubmittedNotification, orderConfirmedNotification, orderCancelledNotification, shipmentShippedNotification]

function portalPath(data: { buyerSlug: string; order: string }): string {
  return `/dealer/${data.buyerSlug}/orders/${data.order}`
}

function named(poReference: string | null): string {
  return poReference ? ` (reference ${poReference})` : ''
}

function tracked({ carrier, trackingNumber }: { carrier: string | null; trackingNumber: string | null }): string {
  if (!trackingNumber) return carrier ? ` Carrier: ${carrier}.` : ''
  return ` Tracking number: ${[carrier, trackingNumber].filter(Boolean).join(' ')}.`
}
