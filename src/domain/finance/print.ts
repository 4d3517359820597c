import type { InvoiceView } from '@/domain/finance/queries/invoice-page'
import { invoiceSheet, type Letterhead } from '@/domain/finance/sheet'
import { logoFor } from '@/platform/pdf/logo'
import { renderSheet } from '@/platform/pdf/render'
import type { Reader } from '@/platform/reader'

const LETTERHEAD = `
select o.locale, o.zone, o.branding->>'brand' as color, m.filename as logo from organizations o left join media m on m.id = o.logo_id where o.id = $1::uuid`

/** The bytes of an invoice as PDF under its seller's letterhead. The caller may read the invoice. */
export async function printInvoice(reader: Pick<Reader, 'rows'>, invoice: InvoiceView): Promise<Buffer> {
  const [row] = await reader.rows<Omit<Letterhead, 'logo'> & { logo: string | null }>(
    LETTERHEAD,
    [invoice.organization],
    'tf_letterhead',
  )
  const { locale = 'en-US', zone = 'UTC', color = null, logo = null } = row ?? {}
  return renderSheet(invoiceSheet(invoice, { locale, zone, color, logo: await logoFor(logo) }))
}

/** Where the store keeps the PDF of an invoice. */
export function pdfKey({ organization, id }: Pick<InvoiceView, 'organization' | 'id'>): string {
  return `${organization}/invoices/${id}.pdf`
}
