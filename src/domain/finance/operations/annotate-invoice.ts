import { z } from 'zod'
import { NoteInput } from '@/domain/finance/inputs'
import type { InvoiceRow } from '@/domain/finance/rows'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

/** Changes the two free texts of an invoice, posted ones too (F3); the change is in the audit log. Answers `{ id }`. */
export const annotateInvoice = defineOperation({
  name: 'invoice.annotate',
  permission: 'invoice.draft',
  summary: 'Change the note or the internal note of an invoice',
  input: z.strictObject({ id: z.uuid(), note: NoteInput.nullish(), internalNote: NoteInput.nullish() }),
  run: async (ctx, { id, ...notes }) => {
    const changes = Object.entries(notes).filter(([, value]) => value !== undefined)
    if (changes.length === 0) refuse('INPUT_INVALID', { reason: 'Give a note or an internal note.' })
    await ctx.lock<InvoiceRow>('invoices', id, { side: 'owner', noun: 'The invoice' })
    ctx.update('invoices', id, Object.fromEntries(changes.map(([name, value]) => [name, value === '' ? null : value])))
    return { id }
  },
})
