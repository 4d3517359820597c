import { z } from 'zod'
import type { OrderRow } from '@/domain/sales/rows'
import { orderMachine } from '@/domain/sales/status'
import { defineOperation } from '@/platform/operation'

/** The warehouse has begun with a confirmed order; from now on the dealer cannot cancel it. Answers `{ id, status }`. */
export const processOrder = defineOperation({
  name: 'order.process',
  permission: 'order.ship',
  summary: 'Start processing a confirmed order',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const order = await ctx.lock<OrderRow>('orders', id, { side: 'owner' })
    ctx.transition(orderMachine, 'orders', { ...order, noun: 'Order' }, 'process')
    return { id, status: 'processing' }
  },
})
