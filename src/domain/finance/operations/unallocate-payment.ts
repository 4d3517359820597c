import { z } from 'zod'
import { allocate } from '@/domain/finance/ledger'
import { lockAccount, lockPayment, seePayment } from '@/domain/finance/locking'
import { mustBeCleared } from '@/domain/finance/operations/allocate-payment'
import { settledBy } from '@/domain/finance/settled-by'
import { formatMinor } from '@/kernel/currency'
import { refuse } from '@/kernel/errors'
import { businessDay } from '@/kernel/period'
import { defineOperation } from '@/platform/operation'

/**
 * Takes an allocation back by a new, negative row (F7): the invoice is open again, the payment has credit again. Without
 * an amount, all of it. Answers `{ id, unappliedMinor, openMinor }`. Refuses NOT_FOUND, STATE_REFUSED, CONFLICT.
 */
export const unallocatePayment = defineOperation({
  name: 'payment.unallocate',
  permission: 'payment.allocate',
  summary: 'Take an allocation of a payment back',
  input: z.strictObject({ id: z.uuid(), invoice: z.uuid(), amountMinor: z.int().min(1).optional() }),
  run: async (ctx, input) => {
    await lockAccount(ctx, await seePayment(ctx, input.id))
    const settled = await settledBy(ctx, { payment: input.id })
    const payment = await lockPayment(ctx, input.id, 'payment.allocate')
    mustBeCleared(payment, 'unallocate')
    const entry = settled.find(({ invoice }) => invoice.id === input.invoice)
    if (!entry) return refuse('NOT_FOUND', { noun: 'The allocation' })
    const amountMinor = input.amountMinor ?? entry.amountMinor
    if (amountMinor > entry.amountMinor) {
      const allocated = formatMinor(entry.amountMinor, payment.currency)
      refuse('CONFLICT', {
        reason: `Only ${allocated} of ${payment.number} is allocated to ${entry.invoice.number ?? 'the invoice'}.`,
      })
    }
    const seller = await ctx.organizationFacts(payment.organization)
    await allocate(
      ctx,
      { payment },
      [{ invoice: entry.invoice, amountMinor: -amountMinor }],
      businessDay(ctx.now, seller.zone),
    )
    return { id: payment.id, unappliedMinor: payment.unappliedMinor, openMinor: entry.invoice.openMinor }
  },
})
