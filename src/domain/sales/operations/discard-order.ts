import { z } from 'zod'
import { sideOf } from '@/platform/access/scope'
import type { OrderLineRow, OrderRow } from '@/domain/sales/rows'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

/** Deletes a draft. Anything later is final: CONFLICT names the verb to use instead. */
export const discardOrder = defineOperation({
  name: 'order.discard',
  permission: 'order.cancel',
  summary: 'Delete a draft',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const order = await ctx.lock<OrderRow>('orders', id, { side: 'either' })
    if (order.status !== 'draft') refuse('CONFLICT', { reason: `Order ${order.number ?? ''} is final and cannot be deleted; use cancel.` })
    if (sideOf(ctx.reach('orders', 'order.create'), order) !== 'owner') refuse('PERMISSION_REFUSED', { permission: 'order.create' })
    for (const line of await ctx.find<OrderLineRow>('order-lines', { order: id })) ctx.remove('order-lines', line.id)
    ctx.remove('orders', id)
    return { id, deleted: true }
  },
})
