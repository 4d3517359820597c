import { InvoiceState } from '@/components/portal/parts/states'
import { DateText, Money } from '@/components/ui/money'
import { Table, type Column } from '@/components/ui/table'
import type { InvoiceListed } from '@/domain/finance'

/** Invoices and credit notes, each row leading to its page. */
export function InvoicesTable({ invoices, base, locale }: { invoices: readonly InvoiceListed[]; base: string; locale: string }) {
  const none = <span className="text-subtle">–</span>
  const day = (on: string | null) => (on ? <DateText at={on} locale={locale} /> : none)
  const columns: Column<InvoiceListed>[] = [
    { key: 'number', header: 'Invoice', lead: true, cell: (row) => row.number ?? 'Draft' },
    { key: 'state', header: 'Status', cell: (row) => <InvoiceState {...row} /> },
    { key: 'on', header: 'Date', className: 'max-sm:hidden', cell: (row) => day(row.invoicedOn) },
    { key: 'due', header: 'Due', cell: (row) => (row.kind === 'credit-note' ? none : day(row.dueOn)) },
    { key: 'order', header: 'Order', cell: (row) => row.orderNumber ?? none },
    { key: 'po', header: 'Your reference', className: 'max-sm:hidden', cell: (row) => row.poReference ?? none },
    { key: 'open', header: 'Open', align: 'number', cell: (row) => <Money minor={row.openMinor} currency={row.currency} locale={locale} /> },
    { key: 'total', header: 'Total', align: 'number', cell: (row) => <Money minor={row.kind === 'credit-note' ? -row.totalMinor : row.totalMinor} currency={row.currency} locale={locale} /> },
  ]
  return <Table caption="Invoices" columns={columns} rows={invoices} rowKey={(row) => row.id} rowHref={(row) => `${base}/invoices/${row.id}`} />
}
