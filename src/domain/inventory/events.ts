import { z } from 'zod'
import { defineEvent } from '@/kernel/event'

const quantityText = z.string().regex(/^-?\d+(\.\d+)?$/)

const place = { warehouse: z.uuid(), warehouseCode: z.string(), location: z.uuid() }

export const stockShipped = defineEvent({
  name: 'stock.shipped',
  description: 'Goods left a warehouse for an order.',
  external: true,
  schema: z.object({
    causeType: z.string(),
    cause: z.string(),
    warehouse: z.uuid(),
    onDay: z.string(),
    lines: z.array(z.object({ orderLine: z.uuid(), variant: z.uuid(), sku: z.string(), quantity: quantityText })),
  }),
})

export const stockReceived = defineEvent({
  name: 'stock.received',
  description: 'Goods came into a warehouse.',
  external: true,
  schema: z.object({
    ...place,
    reference: z.string().nullable(),
    lines: z.array(z.object({ variant: z.uuid(), sku: z.string(), quantity: quantityText })),
  }),
})

export const stockAdjusted = defineEvent({
  name: 'stock.adjusted',
  description: 'Somebody corrected what is on hand, and said why.',
  external: true,
  schema: z.object({
    ...place,
    variant: z.uuid(),
    sku: z.string(),
    unit: z.string(),
    quantity: quantityText,
    onHand: quantityText,
    reason: z.string(),
  }),
})

export const stockLow = defineEvent({
  name: 'stock.low',
  description: 'What is available of a variant in a warehouse has come down to its reorder point.',
  external: true,
  stream: 'inventory/alerts',
  schema: z.object({
    variant: z.uuid(),
    sku: z.string(),
    name: z.string(),
    unit: z.string(),
    warehouse: z.uuid(),
    warehouseCode: z.string(),
    warehouseName: z.string(),
    branch: z.uuid().nullish(),
    available: quantityText,
    reorderPoint: quantityText,
    reorderQuantity: quantityText,
  }),
})

export const inventoryEvents = [stockShipped, stockReceived, stockAdjusted, stockLow]
