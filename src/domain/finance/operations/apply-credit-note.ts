import { z } from 'zod'
import { AllocationsInput } from '@/domain/finance/inputs'
import { allocate } from '@/domain/finance/ledger'
import { lockInvoice } from '@/domain/finance/locking'
import { wantedEntries } from '@/domain/finance/wanting'
import { refuse } from '@/kernel/errors'
import { businessDay } from '@/kernel/period'
import { defineOperation } from '@/platform/operation'

/**
 * Settles invoices from what is left of a credit note: chosen ones, or the oldest due first (F6, F7). Answers
 * `{ id, openMinor, allocations }`. Refuses NOT_FOUND, STATE_REFUSED, OVER_ALLOCATE.
 */
export const applyCreditNote = defineOperation({
  name: 'invoice.apply-credit',
  permission: 'payment.allocate',
  summary: 'Settle invoices from a credit note',
  input: z.strictObject({
    id: z.uuid(),
    allocate: z.union([z.literal('oldest-first'), AllocationsInput]).default('oldest-first'),
  }),
  run: async (ctx, input) => {
    const { invoice: creditNote } = await lockInvoice(ctx, input.id, 'payment.allocate')
    if (creditNote.kind !== 'credit-note')
      refuse('INPUT_INVALID', { reason: 'Only a credit note can settle invoices; record a payment instead.' })
    const number = creditNote.number ?? ''
    if (creditNote.status !== 'posted')
      refuse('STATE_REFUSED', {
        noun: 'Credit note',
        number,
        state: creditNote.status,
        action: 'apply',
        from: 'posted',
      })
    const entries = await wantedEntries(ctx, creditNote, input.allocate, {
      number,
      remainingMinor: creditNote.openMinor,
    })
    const seller = await ctx.organizationFacts(creditNote.organization)
    await allocate(ctx, { creditNote }, entries, businessDay(ctx.now, seller.zone))
    const allocations = entries.map((entry) => ({
      invoice: entry.invoice.id,
      number: entry.invoice.number,
      amountMinor: entry.amountMinor,
    }))
    return { id: creditNote.id, openMinor: creditNote.openMinor, allocations }
  },
})
