import type { InvoicePage } from '@/domain/finance/queries/invoice-page'
import { formatMicro, formatMinor, formatQuantity } from '@/components/ui/format'
import { Card } from '@/components/admin/frame/card'
import { TotalsFoot } from '@/components/admin/documents/money-lines'

/** What is billed, with each tax of the document in the foot. */
export function InvoiceLinesCard({ invoice, locale }: { invoice: InvoicePage; locale: string }) {
  const { lines, currency, subtotalMinor, discountMinor, taxes, totalMinor, taxInclusive } = invoice
  const foot = [
    { label: 'Subtotal', minor: subtotalMinor },
    ...(discountMinor > 0 ? [{ label: 'Discount', minor: -discountMinor }] : []),
    ...taxes.map(({ name, ratePpm, taxMinor }) => ({ label: `${name} ${percent(ratePpm, locale)}${taxInclusive ? ' included' : ''}`, minor: taxMinor })),
    { label: 'Total', minor: totalMinor },
  ]
  return (
    <Card title="Lines" note={lines.length === 1 ? '1 line' : `${lines.length} lines`} flush>
      <div className="tf-scroll">
        <table className="tf-table" data-narrow="cards">
          <thead>
            <tr>
              <th>Product</th>
              <th data-align="number">Quantity</th>
              <th data-align="number">Unit price</th>
              <th data-align="number">Amount</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <td>
                  {line.sku ?? line.name}
                  {line.sku ? <small>{line.name}</small> : null}
                  {line.untaxedReason ? <small>Untaxed: {line.untaxedReason}</small> : null}
                </td>
                <td data-align="number" data-label="Quantity">
                  {formatQuantity(line.quantity, locale)} {line.unit}
                  {Number(line.creditedQuantity) > 0 ? <small>{formatQuantity(line.creditedQuantity, locale)} credited</small> : null}
                </td>
                <td data-align="number" data-label="Unit price">
                  {formatMicro(line.unitPriceMicro, currency, locale)}
                </td>
                <td data-align="number" data-label="Amount">
                  {formatMinor(line.amountMinor, currency, locale)}
                  {line.discountMinor > 0 ? <small>less {formatMinor(line.discountMinor, currency, locale)}</small> : null}
                </td>
              </tr>
            ))}
          </tbody>
          <TotalsFoot rows={foot} span={3} currency={currency} locale={locale} />
        </table>
      </div>
    </Card>
  )
}

function percent(ratePpm: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(ratePpm / 1e6)
}
