import { z } from 'zod'
import { lockCredit } from '@/domain/finance/credit'
import { paymentCleared } from '@/domain/finance/events'
import { paymentFacts, subjectOf } from '@/domain/finance/facts'
import { AllocateInput, DayInput, NoteInput } from '@/domain/finance/inputs'
import { allocate } from '@/domain/finance/ledger'
import { mustOwn } from '@/domain/finance/owning'
import type { PaymentRow } from '@/domain/finance/rows'
import { paymentNumbers } from '@/domain/finance/sequences'
import { wantedEntries } from '@/domain/finance/wanting'
import { CurrencyInput } from '@/kernel/currency'
import { allOf } from '@/kernel/all-of'
import { refuse } from '@/kernel/errors'
import { businessDay, type Day } from '@/kernel/period'
import { defineOperation } from '@/platform/operation'

const Input = z.strictObject({
  /** the seller's organization; the acting one when left out */
  seller: z.uuid().optional(),
  /** the organization that paid */
  buyer: z.uuid(),
  amountMinor: z.int().min(1),
  currency: CurrencyInput.optional(),
  method: z.enum(['bank-transfer', 'cheque', 'card', 'cash', 'other']).default('bank-transfer'),
  reference: z.string().trim().max(80).nullish(),
  /** the business day it arrived; today when left out */
  receivedOn: DayInput.optional(),
  /** pending money counts only when it is cleared */
  status: z.enum(['cleared', 'pending']).default('cleared'),
  allocate: AllocateInput.default('oldest-first'),
  note: NoteInput.nullish(),
  internalNote: NoteInput.nullish(),
})

/**
 * Records money that came in. Cleared money settles invoices in the same transaction, chosen ones or the oldest due first
 * (F7); what is left is unapplied credit (F6). Answers `{ id, number, unappliedMinor, allocations }`.
 * Refuses NOT_FOUND, OVER_ALLOCATE, INPUT_INVALID for a day to come.
 */
export const recordPayment = defineOperation({
  name: 'payment.record',
  permission: 'payment.record',
  scope: 'organization',
  summary: 'Record a payment',
  input: Input,
  run: async (ctx, input) => {
    const seller = await ctx.organizationFacts(input.seller ?? ctx.organization.id)
    const standing = await lockCredit(ctx, { seller: seller.id, buyer: input.buyer })
    mustOwn(ctx, 'payment.record', seller, standing.branch)
    const today = businessDay(ctx.now, seller.zone)
    const receivedOn = dayOf(input, today)
    const account = {
      organization: seller.id,
      counterparty: input.buyer,
      currency: input.currency ?? standing.currency,
    }
    const wanted = input.status === 'cleared' ? input.allocate : 'none'
    const [entries] = await allOf(
      wantedEntries(ctx, account, wanted, { number: 'this payment', remainingMinor: input.amountMinor }),
      // What is announced names the buyer; asked for now, the counter below is held the shorter.
      ctx.organizationFacts(input.buyer),
    )
    const { number } = await ctx.number(paymentNumbers, seller.id)
    const payment: PaymentRow = {
      ...account,
      ...{ tree: seller.tree, branch: standing.branch, counterpartyBranch: null, sharedAt: ctx.now },
      ...{ id: ctx.id(), number, direction: 'in', buyerName: standing.name, receivedOn },
      ...moneyOf(input),
    }
    ctx.insert('payments', { ...payment, ...restOf(input, ctx.now) })
    await allocate(ctx, { payment }, entries, today)
    if (payment.status === 'cleared')
      ctx.emit(paymentCleared, subjectOf('payments', payment), await paymentFacts(ctx, payment))
    const allocations = entries.map((entry) => ({
      invoice: entry.invoice.id,
      number: entry.invoice.number,
      amountMinor: entry.amountMinor,
    }))
    return { id: payment.id, number, unappliedMinor: payment.unappliedMinor, allocations }
  },
})

type Given = z.output<typeof Input>

function dayOf({ receivedOn, status }: Given, today: Day): Day {
  if (receivedOn && receivedOn > today && status === 'cleared') {
    refuse('INPUT_INVALID', { reason: 'receivedOn lies in the future; record it as pending.' })
  }
  return receivedOn ?? today
}

function moneyOf({ status, amountMinor, method, reference }: Given) {
  return {
    status,
    amountMinor,
    method,
    unappliedMinor: status === 'cleared' ? amountMinor : 0,
    reference: reference || null,
  }
}

function restOf({ status, note = null, internalNote = null }: Given, now: Date) {
  return { note, internalNote, clearedAt: status === 'cleared' ? now : null }
}
