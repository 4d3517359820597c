import { z } from 'zod'
import { defineEvent } from '@/kernel/event'

const orderFacts = z.object({
  order: z.uuid(),
  number: z.string(),
  seller: z.uuid(),
  sellerName: z.string(),
  buyer: z.uuid(),
  buyerName: z.string(),
  buyerSlug: z.string(),
  poReference: z.string().nullable(),
  totalMinor: z.int(),
  currency: z.string(),
})

const shipmentFacts = z.object({
  shipment: z.uuid(),
  number: z.string(),
  order: z.uuid(),
  orderNumber: z.string(),
  poReference: z.string().nullable(),
  seller: z.uuid(),
  sellerName: z.string(),
  buyer: z.uuid(),
  buyerName: z.string(),
  buyerSlug: z.string(),
  carrier: z.string().nullable(),
  trackingNumber: z.string().nullable(),
})

export const orderSubmitted = defineEvent({ name: 'order.submitted', schema: orderFacts, external: true, stream: 'orders', description: 'An order was priced, reserved and numbered.' })

export const orderConfirmed = defineEvent({ name: 'order.confirmed', schema: orderFacts, external: true, stream: 'orders', description: 'The seller accepted an order.' })

export const orderCancelled = defineEvent({
  name: 'order.cancelled',
  schema: orderFacts.extend({ reason: z.string().nullable(), by: z.enum(['owner', 'counterparty']) }),
  external: true,
  stream: 'orders',
  description: 'An order was cancelled and its goods are available again.',
})

export const orderPartiallyShipped = defineEvent({ name: 'order.partially-shipped', schema: orderFacts, external: true, stream: 'orders', description: 'A part of an order has left.' })

export const orderShipped = defineEvent({ name: 'order.shipped', schema: orderFacts, external: true, stream: 'orders', description: 'Nothing of an order is left to ship.' })

export const orderDelivered = defineEvent({ name: 'order.delivered', schema: orderFacts, external: true, stream: 'orders', description: 'Every shipment of a shipped order has arrived.' })

export const orderClosed = defineEvent({ name: 'order.closed', schema: orderFacts, external: true, stream: 'orders', description: 'A delivered order was closed.' })

export const shipmentShipped = defineEvent({
  name: 'shipment.shipped',
  schema: shipmentFacts.extend({ lines: z.array(z.object({ sku: z.string(), name: z.string(), quantity: z.string(), unit: z.string() })) }),
  external: true,
  description: 'Goods of an order left a warehouse.',
})

export const shipmentDelivered = defineEvent({ name: 'shipment.delivered', schema: shipmentFacts, external: true, description: 'A shipment arrived.' })

export const salesEvents = [
  orderSubmitted,
  orderConfirmed,
  orderCancelled,
  orderPartiallyShipped,
  orderShipped,
  orderDelivered,
  orderClosed,
  shipmentShipped,
  shipmentDelivered,
]
