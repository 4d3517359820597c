import { z } from 'zod'
import { openDraft, partiesOfDraft, rewriteDraft } from '@/domain/sales/drafting'
import { refuse } from '@/kernel/errors'
import { QuantityInput } from '@/kernel/quantity'
import { defineOperation } from '@/platform/operation'

/** Changes quantity or unit of a draft's line; all lines are priced anew. */
export const setOrderLine = defineOperation({
  name: 'order.set-line',
  permission: 'order.create',
  summary: 'Change a line of a draft',
  input: z.strictObject({ id: z.uuid(), line: z.uuid(), quantity: QuantityInput, unit: z.string().trim().max(12).optional() }),
  run: async (ctx, { id, line, quantity, unit }) => {
    const draft = await openDraft(ctx, id, 'Change line')
    if (!draft.lines.some((one) => one.key === line)) refuse('NOT_FOUND', { noun: 'The line' })
    const lines = draft.lines.map((one) => (one.key === line ? { ...one, quantity, unit: unit ?? one.unit } : one))
    await rewriteDraft(ctx, draft, await partiesOfDraft(ctx, draft.order), lines, draft.order.discountMinor)
    return { id, line }
  },
})
