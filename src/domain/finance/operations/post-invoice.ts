import { z } from 'zod'
import { lockUnapplied, useCredit } from '@/domain/finance/using-credit'
import { lockInvoice } from '@/domain/finance/locking'
import { finalise, nounOf } from '@/domain/finance/posting'
import { applyCredit } from '@/domain/finance/settings'
import { invoiceMachine } from '@/domain/finance/status'
import { assertTransition } from '@/kernel/machine'
import { defineOperation } from '@/platform/operation'

/**
 * Posts a draft (F1, F3): it gets its number and is frozen. Unapplied credit settles it at once only where the setting
 * `finance.applyCredit` says so. Answers `{ id, number, dueOn, openMinor }`. Refuses NOT_FOUND, STATE_REFUSED.
 */
export const postInvoice = defineOperation({
  name: 'invoice.post',
  permission: 'invoice.post',
  summary: 'Post an invoice: it gets its number and is final',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    // A draft made by the same transaction is written first, so that it can be locked.
    await ctx.flush()
    const { invoice, standing } = await lockInvoice(ctx, id, 'invoice.post')
    assertTransition(invoiceMachine, invoice.status, 'post', { noun: nounOf(invoice), number: invoice.number ?? '' })
    const wantsCredit = invoice.kind === 'invoice' && (await ctx.setting(applyCredit, invoice.organization))
    const credit = wantsCredit ? await lockUnapplied(ctx, invoice) : []
    await finalise(ctx, invoice, standing)
    await useCredit(ctx, invoice, credit)
    return { id, number: invoice.number, dueOn: invoice.dueOn, openMinor: invoice.openMinor }
  },
})
