import { z } from 'zod'
import { openDraft, partiesOfDraft, rewriteDraft } from '@/domain/sales/drafting'
import { HeaderInput, SellerBranchInput } from '@/domain/sales/inputs'
import { defineOperation } from '@/platform/operation'

/** Changes the header of a draft: address, references, notes, discount. What is left out stays; lines are priced anew. */
export const editOrder = defineOperation({
  name: 'order.edit',
  permission: 'order.create',
  summary: 'Change the header of a draft',
  input: z.strictObject({ ...HeaderInput, id: z.uuid(), sellerBranch: SellerBranchInput, discountMinor: z.int().min(0).optional(), internalNote: z.string().max(4000).nullish() }),
  run: async (ctx, { id, shipTo, branch, sellerBranch, discountMinor, ...columns }) => {
    const draft = await openDraft(ctx, id)
    const parties = await partiesOfDraft(ctx, draft.order, { address: shipTo, branch, sellerBranch })
    await rewriteDraft(ctx, draft, parties, draft.lines, discountMinor ?? draft.order.discountMinor)
    const given = Object.entries(columns).filter(([, value]) => value !== undefined)
    ctx.update('orders', id, Object.fromEntries(given.map(([name, value]) => [name, value === '' ? null : value])))
    return { id }
  },
})
