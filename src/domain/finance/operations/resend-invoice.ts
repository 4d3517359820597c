import { z } from 'zod'
import { invoiceResent } from '@/domain/finance/events'
import { invoiceFacts, subjectOf } from '@/domain/finance/facts'
import type { InvoiceRow } from '@/domain/finance/rows'
import { nounOf } from '@/domain/finance/posting'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

/** Tells the buyer's people about a posted invoice once more. Answers `{ id, number }`. Refuses STATE_REFUSED. */
export const resendInvoice = defineOperation({
  name: 'invoice.resend',
  permission: 'invoice.post',
  summary: 'Send the notification of a posted invoice again',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const invoice = await ctx.lock<InvoiceRow>('invoices', id, { side: 'owner', noun: 'The invoice' })
    if (invoice.status !== 'posted') {
      refuse('STATE_REFUSED', {
        noun: nounOf(invoice),
        number: invoice.number ?? '',
        state: invoice.status,
        action: 'send',
        from: 'posted',
      })
    }
    ctx.emit(invoiceResent, subjectOf('invoices', invoice), await invoiceFacts(ctx, invoice))
    return { id, number: invoice.number }
  },
})
