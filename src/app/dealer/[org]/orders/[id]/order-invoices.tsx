import { InvoiceState } from '@/components/portal/parts/states'
import { Card } from '@/components/ui/card'
import { DateText, Money } from '@/components/ui/money'
import { Table } from '@/components/ui/table'
import type { OrderPage } from '@/domain/sales'

/** What was billed of the order. */
export function OrderInvoices({ order, base, locale }: { order: OrderPage; base: string; locale: string }) {
  const shown = order.invoices.filter(({ status }) => status !== 'draft')
  if (shown.length === 0) return null
  return (
    <Card title="Invoices" flush>
      <Table
        caption="Invoices of the order"
        rows={shown}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/invoices/${row.id}`}
        columns={[
          { key: 'number', header: 'Invoice', lead: true, cell: (row) => row.number },
          { key: 'state', header: 'Status', cell: (row) => <InvoiceState {...row} /> },
          { key: 'due', header: 'Due', cell: (row) => (row.dueOn ? <DateText at={row.dueOn} locale={locale} /> : <span className="text-subtle">–</span>) },
          { key: 'open', header: 'Open', align: 'number', cell: (row) => <Money minor={row.openMinor} currency={row.currency} locale={locale} /> },
          { key: 'total', header: 'Total', align: 'number', cell: (row) => <Money minor={row.totalMinor} currency={row.currency} locale={locale} /> },
        ]}
      />
    </Card>
  )
}
