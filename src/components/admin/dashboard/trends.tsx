import { revenuePerMonth } from '@/domain/finance/queries/today'
import { ordersPerWeek, topProducts } from '@/domain/sales/queries/trends'
import { formatDate, formatMinor } from '@/components/ui/format'
import { currencyDecimals } from '@/kernel/currency'
import { Card, Empty } from '@/components/admin/frame/card'
import { Columns, Meter } from '@/components/admin/dashboard/charts'
import type { Work } from '@/components/admin/frame/work'

/** How the business goes: revenue by month, orders by week, what sells. */
export async function Trends({ work }: { work: Work }) {
  const { reader, organization, can, reads } = work
  const [months, weeks, products] = await Promise.all([
    can('invoice.read') ? revenuePerMonth(reader, organization) : [],
    can('order.read') ? ordersPerWeek(reader, organization) : [],
    can('order.read') ? topProducts(reader, organization) : [],
  ])
  return (
    <div className="tf-cards" data-fill="">
      {months.length > 0 ? (
        <Card title="Revenue per month" note={`net, invoiced, ${organization.currency}`}>
          {months.some(({ netMinor }) => netMinor !== 0) ? (
            <Columns label="Revenue per month" format={compactMoney(organization.currency, reads.locale)} points={months.map(({ month, netMinor }) => ({ label: formatDate(month, 'month', reads).slice(0, 3), value: netMinor }))} />
          ) : (
            <Empty title="Nothing invoiced in twelve months">The chart fills with posted invoices.</Empty>
          )}
        </Card>
      ) : null}
      {weeks.length > 0 ? (
        <Card title="Orders per week" note="submitted, week beginning">
          {weeks.some(({ orders }) => orders > 0) ? (
            <Columns label="Orders per week" format={(value) => value.toLocaleString(reads.locale)} points={weeks.map(({ monday, orders }) => ({ label: dayAndMonth(monday, reads.locale), value: orders }))} />
          ) : (
            <Empty title="No orders in twelve weeks">The chart fills with submitted orders.</Empty>
          )}
        </Card>
      ) : null}
      {can('order.read') ? (
        <Card title="Top products" note="net order value, 90 days">
          {products.length > 0 ? (
            <Meter rows={products.map(({ variant, sku, name, netMinor }) => ({ key: variant, label: `${name} (${sku})`, value: netMinor, text: formatMinor(netMinor, organization.currency, reads.locale) }))} />
          ) : (
            <Empty title="Nothing sold yet">What sells best appears here.</Empty>
          )}
        </Card>
      ) : null}
    </div>
  )
}

function compactMoney(currency: string, locale: string): (minor: number) => string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1, trailingZeroDisplay: 'stripIfInteger' })
  const scale = 10 ** currencyDecimals(currency)
  return (minor) => format.format(minor / scale)
}

function dayAndMonth(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
