import Link from 'next/link'
import type { Portal } from '../../_portal/portal'
import { WhyNot } from '@/components/portal/access/why-not'
import { Card } from '@/components/ui/card'
import { DateText, Money } from '@/components/ui/money'
import { Table } from '@/components/ui/table'
import type { InvoicePage } from '@/domain/finance'

/** The payments and credit notes that settled it, or what a credit note was used for. */
export function Allocations({ invoice, portal: { organization, base, locale, can } }: { invoice: InvoicePage; portal: Portal }) {
  const isCredit = invoice.kind === 'credit-note'
  // Who may not read payments is told that there are some, so that the sums beside make sense.
  if (!can('payment.read')) return hasBeenUsed(invoice) ? <Unseen organization={organization} isCredit={isCredit} /> : null
  if (invoice.allocations.length === 0) return null
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

const hasBeenUsed = ({ status, totalMinor, openMinor }: InvoicePage): boolean => status === 'posted' && openMinor !== totalMinor

const Unseen = ({ organization, isCredit }: { organization: Portal['organization']; isCredit: boolean }) => (
  <Card title={isCredit ? 'Used for' : 'Payments'}>
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-muted">{isCredit ? 'Which invoices it settled is shown to those who see payments.' : 'What it was paid with is shown to those who see payments.'}</p>
      <WhyNot organization={organization.slug} ask={`/permission?permission=payment.read&organization=${organization.id}`} what="Why you do not see payments" />
    </div>
  </Card>
)

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
