import { z } from 'zod'
import { openDraft, partiesOfDraft, removeLines } from '@/domain/sales/drafting'
import { lockPartiesCredit, submitOrder as submit } from '@/domain/sales/placing'
import type { OrderRow } from '@/domain/sales/rows'
import { mustHaveLines } from '@/domain/sales/rules'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

/**
 * Submits HQ's draft: the same step as checkout, so it is priced as of now and shared with the dealer. Answers
 * `{ id, number, status, totalMinor, currency }`.
 */
export const submitOrder = defineOperation({
  name: 'order.submit',
  permission: 'order.submit',
  summary: 'Submit a draft',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const [seen] = await ctx.find<OrderRow>('orders', { id })
    if (!seen) return refuse('NOT_FOUND', { noun: 'The order' })
    // Credit is the first lock; the draft's own lock, which follows, decides whether the person may touch it at all.
    const parties = await partiesOfDraft(ctx, seen)
    const credit = await lockPartiesCredit(ctx, parties)
    const draft = await openDraft(ctx, id, 'Submit')
    mustHaveLines(draft.lines)
    await removeLines(ctx, draft)
    return submit(ctx, { parties, credit, lines: draft.lines, header: draft.order, draft: draft.order })
  },
})
