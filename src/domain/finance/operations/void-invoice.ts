import { z } from 'zod'
import { invoiceVoided } from '@/domain/finance/events'
import { invoiceFacts, subjectOf } from '@/domain/finance/facts'
import { allocate } from '@/domain/finance/ledger'
import { lockInvoice } from '@/domain/finance/locking'
import { nounOf } from '@/domain/finance/posting'
import type { InvoiceRow } from '@/domain/finance/rows'
import { invoiceMachine } from '@/domain/finance/status'
import { settledBy } from '@/domain/finance/settled-by'
import { refuse } from '@/kernel/errors'
import { assertTransition } from '@/kernel/machine'
import { businessDay } from '@/kernel/period'
import { defineOperation, type Context } from '@/platform/operation'

/**
 * Voids a posted invoice: it keeps its number and counts no longer (F2). A credit note gives up what it settled first.
 * Answers `{ id, number }`. Refuses STATE_REFUSED, and CONFLICT while money is allocated to it or it was credited.
 */
export const voidInvoice = defineOperation({
  name: 'invoice.void',
  permission: 'invoice.void',
  summary: 'Void a posted invoice; it keeps its number',
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(400) }),
  run: async (ctx, { id, reason }) => {
    const { invoice } = await lockInvoice(ctx, id, 'invoice.void')
    assertTransition(invoiceMachine, invoice.status, 'void', { noun: nounOf(invoice), number: invoice.number ?? '' })
    if (invoice.kind === 'credit-note') await takeBack(ctx, invoice)
    else await mustBeUntouched(ctx, invoice)
    const values = { voidedAt: ctx.now, voidReason: reason, openMinor: 0 }
    ctx.transition(invoiceMachine, 'invoices', { ...invoice, noun: nounOf(invoice) }, 'void', values)
    ctx.emit(invoiceVoided, subjectOf('invoices', invoice), { ...(await invoiceFacts(ctx, invoice)), reason })
    return { id, number: invoice.number }
  },
})

async function mustBeUntouched(ctx: Context, invoice: InvoiceRow): Promise<void> {
  const number = invoice.number ?? 'the invoice'
  const credits = (await ctx.find<InvoiceRow>('invoices', { creditOf: invoice.id })).filter(
    (note) => note.status === 'posted',
  )
  if (credits.length > 0) {
    refuse('CONFLICT', {
      reason: `${number} was credited by ${credits.map((note) => note.number).join(', ')}; void that first.`,
    })
  }
  if (invoice.openMinor !== invoice.totalMinor) {
    refuse('CONFLICT', { reason: `Money is allocated to ${number}; take the allocation back first.` })
  }
}

async function takeBack(ctx: Context, creditNote: InvoiceRow): Promise<void> {
  const seller = await ctx.organizationFacts(creditNote.organization)
  const settled = await settledBy(ctx, { creditNote: creditNote.id })
  const entries = settled.map(({ invoice, amountMinor }) => ({ invoice, amountMinor: -amountMinor }))
  await allocate(ctx, { creditNote }, entries, businessDay(ctx.now, seller.zone))
}
