import { revenuePerMonth, type RevenueMonth } from '@/domain/finance/queries/today'
import { ordersPerWeek, topProducts, type OrderWeek, type TopProduct } from '@/domain/sales/queries/trends'
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
      {months.length > 0 ? <RevenueCard months={months} work={work} /> : null}
      {weeks.length > 0 ? <WeeksCard weeks={weeks} locale={reads.locale} /> : null}
      {can('order.read') ? <ProductsCard products={products} work={work} /> : null}
    </div>
  )
}

function RevenueCard({ months, work: { organization, reads } }: { months: readonly RevenueMonth[]; work: Work }) {
  const points = months.map(({ month, netMinor }) => ({ label: formatDate(month, 'month', reads).slice(0, 3), value: netMinor }))
  return (
    <Card title="Revenue per month" note={`net, invoiced, ${organization.currency}`}>
      {points.some(({ value }) => value !== 0) ? (
        <Columns label="Revenue per month" format={compactMoney(organization.currency, reads.locale)} points={points} />
      ) : (
        <Empty title="Nothing invoiced in twelve months">The chart fills with posted invoices.</Empty>
      )}
    </Card>
  )
}

function WeeksCard({ weeks, locale }: { weeks: readonly OrderWeek[]; locale: string }) {
  const points = weeks.map(({ monday, orders }) => ({ label: dayAndMonth(monday, locale), value: orders }))
  return (
    <Card title="Orders per week" note="submitted, week beginning">
      {points.some(({ value }) => value > 0) ? (
        <Columns label="Orders per week" format={(value) => value.toLocaleString(locale)} points={points} />
      ) : (
        <Empty title="No orders in twelve weeks">The chart fills with submitted orders.</Empty>
      )}
    </Card>
  )
}

function ProductsCard({ products, work: { organization, reads } }: { products: readonly TopProduct[]; work: Work }) {
  const rows = products.map(({ variant, sku, name, netMinor }) => ({ key: variant, label: `${name} (${sku})`, value: netMinor, text: formatMinor(netMinor, organization.currency, reads.locale) }))
  return (
    <Card title="Top products" note="net order value, 90 days">
      {rows.length > 0 ? <Meter rows={rows} /> : <Empty title="Nothing sold yet">What sells best appears here.</Empty>}
    </Card>
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
