import { formatMicro, formatMinor, formatQuantity } from '@/components/ui/format'
import { Card } from '@/components/admin/frame/card'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'
import { TotalsFoot, type TotalRow } from '@/components/admin/documents/money-lines'
import type { OrderPageLine } from '@/domain/sales/queries/order-page'
import type { LineStock } from '@/domain/inventory/queries/line-stock'

interface OrderLinesProps {
  lines: readonly OrderPageLine[]
  /** What is reserved and free by line; null for whoever may not read stock. */
  stock: ReadonlyMap<string, LineStock> | null
  totals: readonly TotalRow[]
  currency: string
  reads: Work['reads']
}

/** What was ordered, how far it is, and whether the rest is there. */
export function OrderLinesCard({ lines, stock, totals, currency, reads: { locale } }: OrderLinesProps) {
  return (
    <Card title="Lines" note={lines.length === 1 ? '1 line' : `${lines.length} lines`} flush>
      <div className="tf-scroll">
        <table className="tf-table" data-narrow="cards">
          <thead>
            <tr>
              <th>Product</th>
              <th data-align="number">Ordered</th>
              <th data-align="number">Shipped</th>
              <th data-align="number">Open</th>
              {stock ? <th data-align="number">Reserved / free</th> : null}
              <th data-align="number">Unit price</th>
              <th data-align="number">Net</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td>
                  <RecordLink to="variants" id={line.variant}>
                    {line.sku}
                  </RecordLink>
                  <small>{line.name}</small>
                  {line.untaxedReason ? <small>Untaxed: {line.untaxedReason}</small> : null}
                </td>
                <td data-align="number" data-label="Ordered">
                  {formatQuantity(line.orderQuantity, locale)} {line.unit}
                </td>
                <td data-align="number" data-label="Shipped">
                  {formatQuantity(line.shipped, locale)}
                  {Number(line.cancelled) > 0 ? <small>{formatQuantity(line.cancelled, locale)} cancelled</small> : null}
                </td>
                <td data-align="number" data-label="Open">
                  {Number(line.open) === 0 ? <span className="tf-muted">–</span> : `${formatQuantity(line.open, locale)} ${line.stockUnit}`}
                </td>
                {stock ? (
                  <td data-align="number" data-label="Reserved / free">
                    <Supply open={line.open} stock={stock.get(line.id)} locale={locale} />
                  </td>
                ) : null}
                <td data-align="number" data-label="Unit price">
                  {formatMicro(line.unitPriceMicro, currency, locale)}
                </td>
                <td data-align="number" data-label="Net">
                  {formatMinor(line.netMinor, currency, locale)}
                </td>
              </tr>
            ))}
          </tbody>
          <TotalsFoot rows={totals} span={stock ? 6 : 5} currency={currency} locale={locale} />
        </table>
      </div>
    </Card>
  )
}

function Supply({ open, stock, locale }: { open: string; stock: LineStock | undefined; locale: string }) {
  if (Number(open) === 0) return <span className="tf-muted">–</span>
  if (!stock) return <span className="tf-muted">unknown</span>
  const isShort = Number(stock.reserved) + Number(stock.free) < Number(open)
  return (
    <span className={isShort ? 'tf-wrong' : undefined}>
      {formatQuantity(stock.reserved, locale)} / {formatQuantity(stock.free, locale)}
    </span>
  )
}
