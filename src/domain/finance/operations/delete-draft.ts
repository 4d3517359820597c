import { z } from 'zod'
import type { InvoiceLineRow, InvoiceRow } from '@/domain/finance/rows'
import { nounOf } from '@/domain/finance/posting'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

/** Removes a draft with its lines; it never had a number, so no gap arises (F1). Refuses STATE_REFUSED for a final one. */
export const deleteDraft = defineOperation({
  name: 'invoice.delete-draft',
  permission: 'invoice.draft',
  summary: 'Delete a draft invoice',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const invoice = await ctx.lock<InvoiceRow>('invoices', id, { side: 'owner', noun: 'The invoice' })
    if (invoice.status !== 'draft') {
      refuse('STATE_REFUSED', {
        noun: nounOf(invoice),
        number: invoice.number ?? '',
        state: invoice.status,
        action: 'delete',
        from: 'draft; void or credit it instead',
      })
    }
    for (const line of await ctx.find<InvoiceLineRow>('invoice-lines', { invoice: id }))
      ctx.remove('invoice-lines', line.id)
    ctx.remove('invoices', id)
    return { id }
  },
})
