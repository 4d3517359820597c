import { z } from 'zod'
import { paymentReversed } from '@/domain/finance/events'
import { paymentFacts, subjectOf } from '@/domain/finance/facts'
import { allocate } from '@/domain/finance/ledger'
import { lockAccount, lockPayment, seePayment } from '@/domain/finance/locking'
import { settledBy } from '@/domain/finance/settled-by'
import { paymentMachine } from '@/domain/finance/status'
import { assertTransition } from '@/kernel/machine'
import { businessDay } from '@/kernel/period'
import { defineOperation } from '@/platform/operation'

/**
 * A cleared payment came back (a bounced cheque): its allocations are taken back by negative rows and the invoices are
 * open again (F5). Answers `{ id, number, reopened }`. Refuses NOT_FOUND, STATE_REFUSED.
 */
export const reversePayment = defineOperation({
  name: 'payment.reverse',
  permission: 'payment.reverse',
  summary: 'Reverse a cleared payment; its invoices are open again',
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(400) }),
  run: async (ctx, { id, reason }) => {
    await lockAccount(ctx, await seePayment(ctx, id))
    const settled = await settledBy(ctx, { payment: id })
    const payment = await lockPayment(ctx, id, 'payment.reverse')
    assertTransition(paymentMachine, payment.status, 'reverse', { noun: 'Payment', number: payment.number })
    const seller = await ctx.organizationFacts(payment.organization)
    const entries = settled.map(({ invoice, amountMinor }) => ({ invoice, amountMinor: -amountMinor }))
    await allocate(ctx, { payment }, entries, businessDay(ctx.now, seller.zone))
    payment.unappliedMinor = 0
    ctx.transition(paymentMachine, 'payments', payment, 'reverse', {
      unappliedMinor: 0,
      reversedAt: ctx.now,
      reverseReason: reason,
    })
    ctx.emit(paymentReversed, subjectOf('payments', payment), { ...(await paymentFacts(ctx, payment)), reason })
    return {
      id,
      number: payment.number,
      reopened: entries.map(({ invoice }) => ({
        invoice: invoice.id,
        number: invoice.number,
        openMinor: invoice.openMinor,
      })),
    }
  },
})
