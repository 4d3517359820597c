import type { Portal } from '../_portal/portal'
import { TrendChart } from '@/components/ui/charts/trend-chart'
import { Card } from '@/components/ui/card'
import { formatMinor } from '@/components/ui/format'
import { spendPerMonth } from '@/domain/sales'

/** What was ordered per month over the last year. */
export async function Spending({ portal, currency }: { portal: Portal; currency: string }) {
  const { reader, organization, locale, zone } = portal
  const months = await spendPerMonth(reader, { buyer: organization.id, currency, zone })
  const total = months.reduce((sum, { totalMinor }) => sum + totalMinor, 0)
  if (total === 0) return null
  const name = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const axis = new Intl.NumberFormat(locale, { notation: 'compact', style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 1 })
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return (
    <Card title="What you ordered" description={`${formatMinor(total, currency, locale)} in twelve months, taxes included`}>
      <TrendChart
        label="Ordered per month"
        rows={months.map(({ month, totalMinor }) => ({ label: name.format(new Date(month)), values: [totalMinor] }))}
        series={[{ label: 'Ordered' }]}
        format={(minor) => formatMinor(Math.round(minor), currency, locale)}
        formatAxis={(minor) => axis.format(minor / 10 ** digits)}
      />
    </Card>
  )
}
