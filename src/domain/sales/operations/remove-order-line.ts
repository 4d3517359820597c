import { z } from 'zod'
import { openDraft, partiesOfDraft, rewriteDraft } from '@/domain/sales/drafting'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

/** Takes a line out of a draft. A discount that would exceed what is left is refused. */
export const removeOrderLine = defineOperation({
  name: 'order.remove-line',
  permission: 'order.create',
  summary: 'Take a line out of a draft',
  input: z.strictObject({ id: z.uuid(), line: z.uuid() }),
  run: async (ctx, { id, line }) => {
    const draft = await openDraft(ctx, id, 'Remove line')
    const lines = draft.lines.filter((one) => one.key !== line)
    if (lines.length === draft.lines.length) refuse('NOT_FOUND', { noun: 'The line' })
    await rewriteDraft(ctx, draft, await partiesOfDraft(ctx, draft.order), lines, draft.order.discountMinor)
    return { id, line }
  },
})
