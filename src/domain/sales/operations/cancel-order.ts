import { z } from 'zod'
import { cancelRest, mustBeAllowedToCancel } from '@/domain/sales/cancelling'
import { ReasonInput } from '@/domain/sales/inputs'
import type { OrderLineRow, OrderRow } from '@/domain/sales/rows'
import { defineOperation } from '@/platform/operation'

/**
 * Cancels an order of which nothing has shipped; its goods are available again. The dealer may as long as the setting
 * sales.buyerMayCancel allows. Answers `{ id, status }`. Refuses STATE_REFUSED, CONFLICT.
 */
export const cancelOrder = defineOperation({
  name: 'order.cancel',
  permission: 'order.cancel',
  summary: 'Cancel an order that has not shipped',
  input: z.strictObject({ id: z.uuid(), reason: ReasonInput }),
  run: async (ctx, { id, reason }) => {
    const order = await ctx.lock<OrderRow>('orders', id, { side: 'either' })
    const by = await mustBeAllowedToCancel(ctx, order)
    await cancelRest(ctx, { order, by, reason: reason || null }, await ctx.find<OrderLineRow>('order-lines', { order: id }))
    return { id, status: 'cancelled' }
  },
})
