import { AllBox, RowBox } from '@/components/portal/select/row-box'
import { OrderState } from '@/components/portal/parts/states'
import { DateText, Money } from '@/components/ui/money'
import { Table, type Column } from '@/components/ui/table'
import type { OrderListed } from '@/domain/sales'

export interface OrdersTableProps {
  orders: readonly OrderListed[]
  base: string
  locale: string
  zone: string
  /** Without the columns a glance does not need. */
  compact?: boolean
  /** With a box per row; the list stands in `SelectRows`. */
  choosable?: boolean
  /** With the branch of each: for organizations with several. */
  hasBranches?: boolean
}

/** Orders, each row leading to its page. */
export function OrdersTable({ orders, base, locale, zone, compact = false, choosable = false, hasBranches = false }: OrdersTableProps) {
  const columns: Column<OrderListed>[] = [
    { key: 'number', header: 'Order', lead: true, cell: (row) => row.number ?? 'Draft' },
    { key: 'status', header: 'Status', cell: (row) => <OrderState status={row.status} /> },
    { key: 'at', header: 'Ordered', cell: (row) => <DateText at={row.submittedAt ?? row.createdAt} locale={locale} zone={zone} /> },
    { key: 'po', header: 'Your reference', cell: (row) => row.poReference ?? <span className="text-subtle">–</span> },
    ...(hasBranches ? [{ key: 'branch', header: 'Branch', cell: (row: OrderListed) => row.buyerBranchName ?? <span className="text-subtle">–</span> }] : []),
    { key: 'wanted', header: 'Wanted by', className: 'max-sm:hidden', cell: (row) => (row.requestedOn ? <DateText at={row.requestedOn} locale={locale} /> : <span className="text-subtle">–</span>) },
    { key: 'lines', header: 'Lines', align: 'number', className: 'max-sm:hidden', cell: (row) => row.lineCount.toLocaleString(locale) },
    { key: 'total', header: 'Total', align: 'number', cell: (row) => <Money minor={row.totalMinor} currency={row.currency} locale={locale} /> },
  ]
  const box: Column<OrderListed> = { key: 'pick', header: <AllBox />, label: false, className: 'pick', cell: ({ id, number }) => <RowBox id={id} name={number ?? 'draft'} /> }
  const shown = compact ? columns.filter(({ key }) => !['po', 'branch', 'wanted', 'lines'].includes(key)) : columns
  return <Table caption="Orders" columns={choosable ? [box, ...shown] : shown} rows={orders} rowKey={(row) => row.id} rowHref={(row) => `${base}/orders/${row.id}`} />
}
