import { z } from 'zod'
import { orderClosed } from '@/domain/sales/events'
import { orderFacts, subjectOf } from '@/domain/sales/facts'
import type { OrderRow } from '@/domain/sales/rows'
import { orderMachine } from '@/domain/sales/status'
import { defineOperation } from '@/platform/operation'

/** Closes a delivered order for good. Answers `{ id, status }`. */
export const closeOrder = defineOperation({
  name: 'order.close',
  permission: 'order.close',
  summary: 'Close a delivered order',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const order = await ctx.lock<OrderRow>('orders', id, { side: 'owner' })
    ctx.transition(orderMachine, 'orders', { ...order, noun: 'Order' }, 'close', { closedAt: ctx.now })
    ctx.emit(orderClosed, subjectOf('orders', order), await orderFacts(ctx, order))
    return { id, status: 'closed' }
  },
})
