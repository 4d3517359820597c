import { Card } from '@/components/ui/card'
import { formatQuantity } from '@/components/ui/format'
import { Money, UnitPrice } from '@/components/ui/money'
import { Table, type Column } from '@/components/ui/table'
import type { InvoicePage } from '@/domain/finance'

type Line = InvoicePage['lines'][number]

/** What was billed. */
export function InvoiceLines({ invoice, locale }: { invoice: InvoicePage; locale: string }) {
  const { currency } = invoice
  const rates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const hasDiscount = invoice.lines.some((line) => line.discountMinor !== 0)
  const columns: Column<Line>[] = [
    {
      key: 'name',
      header: 'Product',
      lead: true,
      cell: (line) => (
        <span className="grid">
          <span className="[overflow-wrap:anywhere]">{line.name}</span>
          {line.sku ? <span className="font-mono text-xs font-normal text-muted">{line.sku}</span> : null}
        </span>
      ),
    },
    { key: 'quantity', header: 'Quantity', align: 'number', cell: (line) => `${formatQuantity(line.quantity, locale)} ${line.unit}` },
    { key: 'price', header: 'Price', align: 'number', cell: (line) => <UnitPrice micro={line.unitPriceMicro} currency={currency} locale={locale} /> },
    ...(hasDiscount ? [{ key: 'discount', header: 'Discount', align: 'number' as const, cell: (line: Line) => <Money minor={-line.discountMinor} currency={currency} locale={locale} /> }] : []),
    { key: 'tax', header: 'Tax', align: 'number', cell: (line) => line.taxes.map(({ ratePpm }) => rates.format(ratePpm / 1_000_000)).join(' + ') || <span title={line.untaxedReason ?? undefined}>None</span> },
    { key: 'amount', header: 'Amount', align: 'number', cell: (line) => <Money minor={line.amountMinor} currency={currency} locale={locale} /> },
  ]
  return (
    <Card title="Lines" flush>
      <Table caption="Lines of the invoice" columns={columns} rows={invoice.lines} rowKey={(line) => line.id} />
    </Card>
  )
}
