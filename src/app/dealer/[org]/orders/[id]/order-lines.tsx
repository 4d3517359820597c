import { Thumb } from '@/components/portal/catalog/thumb'
import { Card } from '@/components/ui/card'
import { formatQuantity } from '@/components/ui/format'
import { Money, UnitPrice } from '@/components/ui/money'
import { Table, type Column } from '@/components/ui/table'
import type { OrderPage, OrderPageLine } from '@/domain/sales'

/** What was ordered and how much of it has left, waits or was cancelled. */
export function OrderLines({ order, thumbs, base, locale }: { order: OrderPage; thumbs: ReadonlyMap<string, string>; base: string; locale: string }) {
  const { currency } = order
  const amount = (value: string) => (value === '0' ? <span className="text-subtle">–</span> : formatQuantity(value, locale))
  const isCut = order.lines.some((line) => line.cancelled !== '0')
  const columns: Column<OrderPageLine>[] = [
    { key: 'name', header: 'Product', lead: true, cell: (line) => <Product line={line} thumb={thumbs.get(line.product)} /> },
    { key: 'ordered', header: 'Ordered', align: 'number', cell: (line) => <Ordered line={line} locale={locale} /> },
    { key: 'shipped', header: 'Shipped', align: 'number', cell: (line) => amount(line.shipped) },
    { key: 'open', header: 'Open', align: 'number', cell: (line) => amount(line.open) },
    ...(isCut ? [{ key: 'cancelled', header: 'Cancelled', align: 'number' as const, cell: (line: OrderPageLine) => amount(line.cancelled) }] : []),
    { key: 'price', header: 'Price', align: 'number', cell: (line) => <UnitPrice micro={line.unitPriceMicro} currency={currency} per={line.stockUnit} locale={locale} /> },
    { key: 'net', header: 'Amount', align: 'number', cell: (line) => <Money minor={line.netMinor} currency={currency} locale={locale} /> },
  ]
  return (
    <Card title="Lines" flush>
      <Table caption="Lines of the order" columns={columns} rows={order.lines} rowKey={(line) => line.id} rowHref={(line) => `${base}/products/${line.product}?sku=${encodeURIComponent(line.sku)}`} />
    </Card>
  )
}

const Product = ({ line, thumb }: { line: OrderPageLine; thumb: string | undefined }) => (
  <span className="flex items-center gap-3">
    <Thumb src={thumb} className="size-9" />
    <span className="grid min-w-0">
      <span className="[overflow-wrap:anywhere]">{line.name}</span>
      <span className="font-mono text-xs font-normal text-muted">{line.sku}</span>
    </span>
  </span>
)

/** In the unit it was ordered in; a pack says what it holds. */
function Ordered({ line, locale }: { line: OrderPageLine; locale: string }) {
  return (
    <span className="grid justify-items-end">
      <span>
        {formatQuantity(line.orderQuantity, locale)} {line.unit}
      </span>
      {line.unit === line.stockUnit ? null : <span className="text-xs text-muted">{`${formatQuantity(line.quantity, locale)} ${line.stockUnit}`}</span>}
    </span>
  )
}
