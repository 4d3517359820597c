import { z } from 'zod'
import { keepFile } from '@/domain/content'
import { tenantOf } from '@/domain/finance/facts'
import type { InvoiceRow } from '@/domain/finance/rows'
import { defineOperation } from '@/platform/operation'

/**
 * Gives a posted invoice the PDF that was stored for it. An invoice that has one, or was voided meanwhile, is left alone.
 * Answers `{ file }`, the id of the invoice's PDF or null.
 */
export const attachPdf = defineOperation({
  name: 'invoice.attach-pdf',
  permission: 'invoice.post',
  summary: 'Keep the printed invoice',
  input: z.strictObject({
    id: z.uuid(),
    storageKey: z.string().max(300),
    bytes: z.int().min(1),
    sha256: z.string().length(64),
  }),
  run: async (ctx, { id, ...stored }) => {
    const invoice = await ctx.lock<InvoiceRow>('invoices', id, { side: 'owner', noun: 'The invoice' })
    if (invoice.pdf || invoice.status !== 'posted') return { file: invoice.pdf }
    const name = `${invoice.number ?? id}.pdf`
    const file = keepFile(ctx, {
      ...stored,
      tenant: tenantOf(invoice),
      name,
      mime: 'application/pdf',
      subject: { type: 'invoices', id },
    })
    ctx.update('invoices', id, { pdf: file })
    return { file }
  },
})
