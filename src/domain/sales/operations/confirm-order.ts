import { z } from 'zod'
import { orderConfirmed } from '@/domain/sales/events'
import { orderFacts, subjectOf } from '@/domain/sales/facts'
import type { OrderRow } from '@/domain/sales/rows'
import { orderMachine } from '@/domain/sales/status'
import { defineOperation } from '@/platform/operation'

/** HQ accepts a submitted order. Answers `{ id, status }`. */
export const confirmOrder = defineOperation({
  name: 'order.confirm',
  permission: 'order.confirm',
  summary: 'Confirm a submitted order',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const order = await ctx.lock<OrderRow>('orders', id, { side: 'owner' })
    ctx.transition(orderMachine, 'orders', { ...order, noun: 'Order' }, 'confirm', { confirmedAt: ctx.now })
    ctx.emit(orderConfirmed, subjectOf('orders', order), await orderFacts(ctx, order))
    return { id, status: 'confirmed' }
  },
})
