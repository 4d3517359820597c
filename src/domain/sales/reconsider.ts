import { orderDelivered, orderPartiallyShipped, orderShipped } from '@/domain/sales/events'
import { exposureOf } from '@/domain/sales/exposure'
import { orderFacts, subjectOf } from '@/domain/sales/facts'
import type { OrderLineRow, OrderRow, ShipmentRow } from '@/domain/sales/rows'
import { derivedOrderStates, type DerivedOrderState } from '@/domain/sales/rules'
import { orderMachine } from '@/domain/sales/status'
import { derivedTransition, isState } from '@/kernel/machine'
import { allOf } from '@/kernel/all-of'
import type { Context } from '@/platform/operation'

const EVENTS = { 'partially-shipped': orderPartiallyShipped, shipped: orderShipped, delivered: orderDelivered } as const

/**
 * Brings an order into agreement with its lines and shipments (S6) and with what of it is billed (S16): the only
 * performer of derived edges. Writes what was collected first, so it sees everything; doing it again changes nothing.
 */
export async function reconsider(ctx: Context, id: string): Promise<{ order: OrderRow; changed: DerivedOrderState[] }> {
  await ctx.flush()
  const [[order], lines, shipments] = await allOf(
    ctx.lockMany<OrderRow>('orders', [id]),
    ctx.find<OrderLineRow>('order-lines', { order: id }),
    ctx.find<ShipmentRow>('shipments', { order: id }),
  )
  if (!order) throw new Error(`Order ${id} vanished under its lock.`)
  const exposureMinor = ['draft', 'cancelled'].includes(order.status) ? 0 : exposureOf(lines)
  if (exposureMinor !== order.exposureMinor) ctx.update('orders', id, { exposureMinor })
  const isEveryShipmentDelivered = shipments.length > 0 && shipments.every((one) => one.status === 'delivered')
  const due = derivedOrderStates(order.status, { lines, isEveryShipmentDelivered })
  for (const [index, state] of due.entries()) {
    // The machine's guard in the database sees one step per statement.
    if (index > 0) await ctx.flush()
    await step(ctx, order, state)
  }
  return { order, changed: due }
}

async function step(ctx: Context, order: OrderRow, state: DerivedOrderState): Promise<void> {
  if (!isState(orderMachine, order.status)) return
  const edge = derivedTransition(orderMachine, order.status, state)
  if (!edge) return
  ctx.transition(orderMachine, 'orders', { ...order, noun: 'Order' }, edge.verb)
  order.status = state
  ctx.emit(EVENTS[state], subjectOf('orders', order), await orderFacts(ctx, order))
}
