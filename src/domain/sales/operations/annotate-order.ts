import { z } from 'zod'
import { defineOperation } from '@/platform/operation'

/** Writes the note that only the own organization sees; possible in every state. */
export const annotateOrder = defineOperation({
  name: 'order.annotate',
  permission: 'order.annotate',
  summary: 'Write an internal note on an order',
  input: z.strictObject({ id: z.uuid(), internalNote: z.string().max(4000).nullable() }),
  run: async (ctx, { id, internalNote }) => {
    await ctx.lock('orders', id, { side: 'owner' })
    ctx.update('orders', id, { internalNote: internalNote?.trim() || null })
    return { id }
  },
})
