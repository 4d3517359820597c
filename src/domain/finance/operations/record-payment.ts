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
import { refuse } from '@/kernel/errors'
import { businessDay } from '@/kernel/period'
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
    mustOwn(ctx, 'payment.record', seller)
    const standing = await lockCredit(ctx, { seller: seller.id, buyer: input.buyer })
    const today = businessDay(ctx.now, seller.zone)
    const receivedOn = input.receivedOn ?? today
    if (receivedOn > today && input.status === 'cleared') refuse('INPUT_INVALID', { reason: 'receivedOn lies in the future; record it as pending.' })
    const isCleared = input.status === 'cleared'
    const account = { organization: seller.id, counterparty: input.buyer, currency: input.currency ?? standing.currency }
    const { amountMinor, method } = input
    const source = { number: 'this payment', remainingMinor: amountMinor }
    const entries = isCleared ? await wantedEntries(ctx, account, input.allocate, source) : []
    const { number } = await ctx.number(paymentNumbers, seller.id)
    const payment: PaymentRow = {
      ...account,
      ...{ tree: seller.tree, branch: null, counterpartyBranch: null, sharedAt: ctx.now },
      id: ctx.id(),
      number,
      status: input.status,
      direction: 'in',
      method,
      buyerName: standing.name,
      amountMinor,
      unappliedMinor: isCleared ? amountMinor : 0,
      reference: input.reference || null,
      receivedOn,
    }
    const notes = { note: input.note ?? null, internalNote: input.internalNote ?? null }
    ctx.insert('payments', { ...payment, ...notes, clearedAt: isCleared ? ctx.now : null })
    await allocate(ctx, { payment }, entries, today)
    if (isCleared) ctx.emit(paymentCleared, subjectOf('payments', payment), await paymentFacts(ctx, payment))
    const allocations = entries.map((entry) => ({ invoice: entry.invoice.id, number: entry.invoice.number, amountMinor: entry.amountMinor }))
    return { id: payment.id, number, unappliedMinor: payment.unappliedMinor, allocations }
  },
})
