import { z } from 'zod'
import { draftInvoice, invoiceOn, postInvoice } from '@/domain/finance'
import { billOf, lockBillable, markBilled } from '@/domain/sales/billing'
import { reconsider } from '@/domain/sales/reconsider'
import { defineOperation } from '@/platform/operation'

/**
 * Bills what a shipment carried, with its cumulative share of the order's discount (S7), taxed as of the invoice's day.
 * By itself it follows the setting finance.invoiceOn; asked by a person it drafts, and posts unless told not to. A
 * billed shipment is left alone. Answers `{ invoice, number }`, both null where nothing was done.
 */
export const billShipment = defineOperation({
  name: 'shipment.bill',
  permission: 'invoice.draft',
  summary: 'Invoice a shipment',
  input: z.strictObject({ id: z.uuid(), automatic: z.boolean().default(false), post: z.boolean().default(true) }),
  run: async (ctx, { id, automatic, post }) => {
    const billable = await lockBillable(ctx, id, 'invoice.draft')
    const isBilled = billable.lines.every((line) => line.invoiced > 0n)
    const isManual = automatic && (await ctx.setting(invoiceOn, billable.order.organization)) === 'manual'
    if (isBilled || isManual) return { invoice: null, number: null }
    const draft = await draftInvoice.within(ctx, await billOf(ctx, billable))
    if (!post) return { invoice: draft.id, number: null }
    markBilled(ctx, billable, true)
    await reconsider(ctx, billable.order.id)
    const posted = await postInvoice.within(ctx, { id: draft.id })
    return { invoice: draft.id, number: posted.number }
  },
})
