import { z } from 'zod'
import { rewriteDraft } from '@/domain/sales/drafting'
import { headerFrom, HeaderInput, LineInput, refOf, SellerBranchInput } from '@/domain/sales/inputs'
import { partiesOf } from '@/domain/sales/order-rows'
import { atBranch, partiesFor, tenantOf } from '@/domain/sales/parties'
import type { OrderRow } from '@/domain/sales/rows'
import { atSellingBranch } from '@/domain/sales/selling-branch'
import { defineOperation } from '@/platform/operation'

/**
 * Drafts an order for a dealer: priced, but neither numbered nor reserved nor visible to the dealer before it is
 * submitted. `dealer` is the dealer record or its organization. Answers `{ id }`.
 */
export const draftOrder = defineOperation({
  name: 'order.draft',
  permission: 'order.create',
  scope: 'organization',
  summary: 'Draft an order for a dealer',
  input: z.strictObject({
    ...HeaderInput,
    dealer: z.uuid(),
    sellerBranch: SellerBranchInput,
    discountMinor: z.int().min(0).default(0),
    internalNote: z.string().max(4000).nullish(),
    lines: z.array(LineInput).max(500).default([]),
  }),
  run: async (ctx, { dealer, shipTo, branch, sellerBranch, lines, discountMinor, internalNote, ...header }) => {
    const known = await partiesFor(ctx, { buyer: dealer, seller: ctx.organization.id, address: shipTo })
    const parties = atBranch(await atSellingBranch(ctx, known, sellerBranch), branch)
    const tenant = tenantOf(parties, null)
    const id = ctx.insert('orders', { ...tenant, ...partiesOf(parties), ...headerFrom(header), internalNote: internalNote || null, status: 'draft' })
    if (lines.length === 0) return { id }
    // The lines below are written for a row that must exist.
    await ctx.flush()
    const [order] = await ctx.lockMany<OrderRow>('orders', [id])
    const asked = lines.map((line, index) => ({ key: `lines.${index}`, ref: refOf(line), unit: line.unit, quantity: line.quantity }))
    if (order) await rewriteDraft(ctx, { order, rows: [], lines: [] }, parties, asked, discountMinor)
    return { id }
  },
})
