import { z } from 'zod'
import { mustReachWarehouse, shipStock } from '@/domain/inventory'
import { shipmentShipped } from '@/domain/sales/events'
import { shipmentFacts, subjectOf, tenantColumns } from '@/domain/sales/facts'
import { reconsider } from '@/domain/sales/reconsider'
import type { OrderLineRow, OrderRow } from '@/domain/sales/rows'
import { shipmentNumbers } from '@/domain/sales/sequences'
import { mustBeShippable, pickLines } from '@/domain/sales/shipping'
import { businessDay } from '@/kernel/period'
import { QuantityInput, toText } from '@/kernel/quantity'
import { allOf } from '@/kernel/all-of'
import { defineOperation } from '@/platform/operation'

const PERMISSION = 'order.ship'

const ShippedLine = z.strictObject({ line: z.uuid(), quantity: QuantityInput })

/**
 * Ships lines of an order out of one warehouse, quantities in stock units; without lines everything that is open.
 * Goods reserved elsewhere move along; who is bound to branches ships out of their warehouses only. The order's state follows (S4, S6). Answers `{ id, number, order, orderStatus }`.
 * Refuses STATE_REFUSED, OVER_SHIP, STOCK_SHORT, CONFLICT for a part of an order that goes out whole or not at all.
 */
export const shipOrder = defineOperation({
  name: 'shipment.ship',
  permission: PERMISSION,
  summary: 'Ship goods of an order',
  input: z.strictObject({
    id: z.uuid(),
    warehouse: z.uuid(),
    lines: z.array(ShippedLine).min(1).max(500).optional(),
    carrier: z.string().trim().max(80).nullish(),
    trackingNumber: z.string().trim().max(80).nullish(),
    note: z.string().trim().max(4000).nullish(),
  }),
  run: async (ctx, { id, warehouse, lines: asked, ...given }) => {
    const [order, rows] = await allOf(ctx.lock<OrderRow>('orders', id, { side: 'owner' }), ctx.find<OrderLineRow>('order-lines', { order: id }))
    mustBeShippable(order)
    await mustReachWarehouse(ctx, PERMISSION, warehouse, order.organization)
    const picked = pickLines(order, rows, asked)
    const seller = tenantColumns(order)
    const shipment = { id: ctx.id(), carrier: given.carrier || null, trackingNumber: given.trackingNumber || null }
    const on = businessDay(ctx.now, (await ctx.organizationFacts(order.organization)).zone)
    const goods = picked.map(({ row, quantity }) => ({ orderLine: row.id, variant: row.variant, sku: row.sku, unit: row.stockUnit, quantity }))
    await allOf(
      shipStock(ctx, { seller, warehouse, lines: goods, cause: { type: 'shipments', id: shipment.id }, on }),
      // What is announced names the buyer; asked for now, the counter below is held the shorter.
      ctx.organizationFacts(order.counterparty),
    )
    for (const { row, after, quantity } of picked) {
      ctx.update('order-lines', row.id, { shipped: after.shipped })
      ctx.insert('shipment-lines', { ...seller, shipment: shipment.id, orderLine: row.id, variant: row.variant, sku: row.sku, name: row.name, quantity })
    }
    const { number } = await ctx.number(shipmentNumbers, order.organization)
    const columns = { ...shipment, number, order: id, warehouse, shipTo: order.shipTo, note: given.note || null }
    ctx.insert('shipments', { ...seller, ...columns, status: 'dispatched', dispatchedAt: ctx.now })
    const lines = picked.map(({ row, quantity }) => ({ sku: row.sku, name: row.name, quantity: toText(quantity), unit: row.stockUnit }))
    ctx.emit(shipmentShipped, subjectOf('shipments', { ...order, id: shipment.id }), { ...(await shipmentFacts(ctx, order, { ...shipment, number })), lines })
    const { order: now } = await reconsider(ctx, id)
    return { id: shipment.id, number, order: id, orderStatus: now.status }
  },
})
