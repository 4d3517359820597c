import { z } from 'zod'
import { paymentCleared } from '@/domain/finance/events'
import { paymentFacts, subjectOf } from '@/domain/finance/facts'
import { AllocateInput } from '@/domain/finance/inputs'
import { allocate } from '@/domain/finance/ledger'
import { lockAccount, lockPayment, seePayment } from '@/domain/finance/locking'
import { paymentMachine } from '@/domain/finance/status'
import { wantedEntries } from '@/domain/finance/wanting'
import { assertTransition } from '@/kernel/machine'
import { businessDay } from '@/kernel/period'
import { defineOperation } from '@/platform/operation'

/**
 * A pending payment arrived: from now on it counts and settles invoices, the oldest due first unless others are chosen
 * (F7). Answers `{ id, number, unappliedMinor }`. Refuses NOT_FOUND, STATE_REFUSED, OVER_ALLOCATE.
 */
export const clearPayment = defineOperation({
  name: 'payment.clear',
  permission: 'payment.record',
  summary: 'Clear a pending payment',
  input: z.strictObject({ id: z.uuid(), allocate: AllocateInput.default('oldest-first') }),
  run: async (ctx, input) => {
    const seen = await seePayment(ctx, input.id)
    await lockAccount(ctx, seen)
    const source = { number: seen.number, remainingMinor: seen.amountMinor }
    const entries = await wantedEntries(ctx, seen, input.allocate, source)
    const payment = await lockPayment(ctx, input.id, 'payment.record')
    assertTransition(paymentMachine, payment.status, 'clear', { noun: 'Payment', number: payment.number })
    const seller = await ctx.organizationFacts(payment.organization)
    payment.unappliedMinor = payment.amountMinor
    ctx.transition(paymentMachine, 'payments', payment, 'clear', {
      unappliedMinor: payment.amountMinor,
      clearedAt: ctx.now,
    })
    await allocate(ctx, { payment }, entries, businessDay(ctx.now, seller.zone))
    ctx.emit(paymentCleared, subjectOf('payments', payment), await paymentFacts(ctx, payment))
    return { id: payment.id, number: payment.number, unappliedMinor: payment.unappliedMinor }
  },
})
