import { z } from 'zod'
import { openDraft, partiesOfDraft, rewriteDraft } from '@/domain/sales/drafting'
import { LineInput, refOf } from '@/domain/sales/inputs'
import { defineOperation } from '@/platform/operation'

/** Adds a line to a draft; all lines are priced anew. Answers `{ id, line }`. */
export const addOrderLine = defineOperation({
  name: 'order.add-line',
  permission: 'order.create',
  summary: 'Add a line to a draft',
  input: z.strictObject({ id: z.uuid(), line: LineInput }),
  run: async (ctx, { id, line }) => {
    const draft = await openDraft(ctx, id, 'Add line')
    const parties = await partiesOfDraft(ctx, draft.order)
    const added = { key: 'line', orderLine: ctx.id(), ref: refOf(line), unit: line.unit, quantity: line.quantity }
    await rewriteDraft(ctx, draft, parties, [...draft.lines, added], draft.order.discountMinor)
    return { id, line: added.orderLine }
  },
})
