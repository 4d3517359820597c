import { z } from 'zod'
import { releaseForOrderLines } from '@/domain/inventory'
import { cancelRest, firmQuantity, mustBeAllowedToCancel } from '@/domain/sales/cancelling'
import { ReasonInput } from '@/domain/sales/inputs'
import { reconsider } from '@/domain/sales/reconsider'
import type { OrderLineRow, OrderRow } from '@/domain/sales/rows'
import { cancelLine, openQuantity } from '@/domain/sales/rules'
import { refuse } from '@/kernel/errors'
import { QuantityInput, subtractQuantity } from '@/kernel/quantity'
import { defineOperation } from '@/platform/operation'

const STATES = ['submitted', 'confirmed', 'processing', 'partially-shipped']

/**
 * Cancels what is open of a line, or a part of it in stock units (S4); the order's state follows (S6). With the last
 * open goods of an order that never shipped the order itself is cancelled. Answers `{ id, line, status }`.
 */
export const cancelOrderLine = defineOperation({
  name: 'order.cancel-line',
  permission: 'order.cancel',
  summary: 'Cancel open goods of an order line',
  input: z.strictObject({ id: z.uuid(), line: z.uuid(), quantity: QuantityInput.optional(), reason: ReasonInput }),
  run: async (ctx, { id, line: lineId, quantity, reason }) => {
    const order = await ctx.lock<OrderRow>('orders', id, { side: 'either' })
    mustBeOpen(order)
    const by = await mustBeAllowedToCancel(ctx, order)
    const lines = await ctx.find<OrderLineRow>('order-lines', { order: id })
    const line = lines.find((one) => one.id === lineId) ?? refuse('NOT_FOUND', { noun: 'The line' })
    const after = cancelLine(line, quantity ?? openQuantity(line))
    const rest = lines.map((one) => (one.id === lineId ? after : one))
    if (rest.every((one) => one.shipped === 0n && openQuantity(one) === 0n)) {
      await cancelRest(ctx, { order, by, reason: reason || null }, lines)
      return { id, line: lineId, status: 'cancelled' }
    }
    const surplus = subtractQuantity(await firmQuantity(ctx, lineId), openQuantity(after))
    if (surplus > 0n) await releaseForOrderLines(ctx, [{ orderLine: lineId, quantity: surplus }])
    ctx.update('order-lines', lineId, { cancelled: after.cancelled })
    const { order: now } = await reconsider(ctx, id)
    return { id, line: lineId, status: now.status }
  },
})

function mustBeOpen({ number, status }: OrderRow): void {
  if (STATES.includes(status)) return
  refuse('STATE_REFUSED', { noun: 'Order', number: number ?? '', state: status.replace('-', ' '), action: 'cancel line', from: 'submitted, confirmed, processing or partially shipped' })
}
