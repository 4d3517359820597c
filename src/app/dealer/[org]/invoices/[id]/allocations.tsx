import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { DateText, Money } from '@/components/ui/money'
import { Table } from '@/components/ui/table'
import type { InvoicePage } from '@/domain/finance'

/** The payments and credit notes that settled it, or what a credit note was used for. */
export function Allocations({ invoice, base, locale }: { invoice: InvoicePage; base: string; locale: string }) {
  if (invoice.allocations.length === 0) return null
  const isCredit = invoice.kind === 'credit-note'
  return (
    <Card title={isCredit ? 'Used for' : 'Payments'} flush>
      <Table
        caption={isCredit ? 'What the credit was used for' : 'What settled the invoice'}
        rows={invoice.allocations}
        rowKey={(row) => row.id}
        columns={[
          { key: 'with', header: isCredit ? 'Invoice' : 'Paid with', lead: true, cell: (row) => <Source row={row} base={base} isCredit={isCredit} /> },
          { key: 'on', header: 'Date', cell: (row) => <DateText at={row.onDay} locale={locale} /> },
          { key: 'amount', header: 'Amount', align: 'number', cell: (row) => <Money minor={row.amountMinor} currency={invoice.currency} locale={locale} /> },
        ]}
      />
    </Card>
  )
}

function Source({ row, base, isCredit }: { row: InvoicePage['allocations'][number]; base: string; isCredit: boolean }) {
  if (isCredit) return linkTo(`${base}/invoices/${row.invoice}`, row.invoiceNumber)
  if (row.creditNote) return linkTo(`${base}/invoices/${row.creditNote}`, row.creditNoteNumber)
  return row.payment ? linkTo(`${base}/payments/${row.payment}`, row.paymentNumber) : 'Payment'
}

const linkTo = (href: string, label: string | null) => (
  <Link href={href} className="link">
    {label ?? 'Open'}
  </Link>
)
