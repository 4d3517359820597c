import { z } from 'zod'
import { reconsider } from '@/domain/sales/reconsider'
import { defineOperation } from '@/platform/operation'

/**
 * Brings an order into agreement with its lines and shipments (S6); doing it again changes nothing. Answers the states
 * it went through.
 */
export const reconsiderOrder = defineOperation({
  name: 'order.reconsider',
  permission: 'order.ship',
  summary: 'Derive the state of an order from its lines and shipments',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    await ctx.lock('orders', id, { side: 'owner' })
    const { order, changed } = await reconsider(ctx, id)
    return { id, status: order.status, changed }
  },
})
