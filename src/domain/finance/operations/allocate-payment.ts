import { z } from 'zod'
import { AllocationsInput } from '@/domain/finance/inputs'
import { allocate } from '@/domain/finance/ledger'
import { lockAccount, lockPayment, seePayment } from '@/domain/finance/locking'
import { wantedEntries } from '@/domain/finance/wanting'
import type { PaymentRow } from '@/domain/finance/rows'
import { refuse } from '@/kernel/errors'
import { businessDay } from '@/kernel/period'
import { defineOperation } from '@/platform/operation'

/**
 * Settles invoices from what is left of a cleared payment: chosen ones, or the oldest due first (F7). Answers
 * `{ id, unappliedMinor, allocations }`. Refuses NOT_FOUND, STATE_REFUSED, OVER_ALLOCATE.
 */
export const allocatePayment = defineOperation({
  name: 'payment.allocate',
  permission: 'payment.allocate',
  summary: 'Allocate a payment to invoices',
  input: z.strictObject({
    id: z.uuid(),
    allocate: z.union([z.literal('oldest-first'), AllocationsInput]).default('oldest-first'),
  }),
  run: async (ctx, input) => {
    const seen = await seePayment(ctx, input.id)
    await lockAccount(ctx, seen)
    // The dealer's lock is held by whoever changes unapplied money, so this reading is the last word.
    const fresh = await seePayment(ctx, input.id)
    const entries = await wantedEntries(ctx, fresh, input.allocate, {
      number: fresh.number,
      remainingMinor: fresh.unappliedMinor,
    })
    const payment = await lockPayment(ctx, input.id, 'payment.allocate')
    mustBeCleared(payment, 'allocate')
    const seller = await ctx.organizationFacts(payment.organization)
    await allocate(ctx, { payment }, entries, businessDay(ctx.now, seller.zone))
    const allocations = entries.map((entry) => ({
      invoice: entry.invoice.id,
      number: entry.invoice.number,
      amountMinor: entry.amountMinor,
    }))
    return { id: payment.id, unappliedMinor: payment.unappliedMinor, allocations }
  },
})

/** Refuses STATE_REFUSED for money that does not count. */
export function mustBeCleared(payment: PaymentRow, action: string): void {
  if (payment.status === 'cleared') return
  refuse('STATE_REFUSED', { noun: 'Payment', number: payment.number, state: payment.status, action, from: 'cleared' })
}
