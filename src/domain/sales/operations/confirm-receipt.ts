import { z } from 'zod'
import { shipmentDelivered } from '@/domain/sales/events'
import { shipmentFacts, subjectOf } from '@/domain/sales/facts'
import { reconsider } from '@/domain/sales/reconsider'
import type { OrderRow, ShipmentRow } from '@/domain/sales/rows'
import { shipmentMachine } from '@/domain/sales/status'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

/** The buyer, or HQ for it, says that a shipment arrived; with the last one the order is delivered. Answers `{ id, status, order, orderStatus }`. */
export const confirmReceipt = defineOperation({
  name: 'shipment.confirm-receipt',
  permission: 'shipment.receive',
  summary: 'Confirm that a shipment arrived',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const [seen] = await ctx.find<ShipmentRow>('shipments', { id })
    // Documents are locked from the top: the order, then its shipment, whose lock decides about the right to it.
    const [order] = seen ? await ctx.lockMany<OrderRow>('orders', [seen.order]) : []
    const shipment = await ctx.lock<ShipmentRow>('shipments', id, { side: 'either' })
    if (!order) return refuse('NOT_FOUND', { noun: 'The shipment' })
    ctx.transition(shipmentMachine, 'shipments', { ...shipment, noun: 'Shipment' }, 'confirm-receipt', { deliveredAt: ctx.now })
    ctx.emit(shipmentDelivered, subjectOf('shipments', shipment), await shipmentFacts(ctx, order, shipment))
    const { order: now } = await reconsider(ctx, order.id)
    return { id, status: 'delivered', order: order.id, orderStatus: now.status }
  },
})
