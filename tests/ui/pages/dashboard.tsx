import { FileWarning, Plus } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import { StatusBadge } from '@/components/ui/badge'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { BarChart } from '@/components/ui/charts/bar-chart'
import { LazyChart } from '@/components/ui/charts/lazy-chart'
import { figureFormat } from '@/components/ui/charts/scale'
import { ShareBar } from '@/components/ui/charts/share-bar'
import { Sparkline } from '@/components/ui/charts/sparkline'
import { TrendChart } from '@/components/ui/charts/trend-chart'
import { DateText, Money } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { Stat, StatGrid } from '@/components/ui/stat'
import { Table, type Column } from '@/components/ui/table'
import { Timeline } from '@/components/ui/timeline'
import { Frame } from './frame'
import { ORDERS, type SampleOrder } from './sample'

export const path = '/dealer/alpine'

const NOW = new Date('2026-11-20T09:00:00Z')
const MONTHS = ['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov']
const SPENT = [31, 22, 28, 44, 52, 61, 58, 49, 42, 39, 47, 36]

const COLUMNS: readonly Column<SampleOrder>[] = [
  { key: 'number', header: 'Order', lead: true, cell: (row) => row.number },
  { key: 'at', header: 'Sent', cell: (row) => <DateText at={row.at} /> },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge {...row.status} /> },
  { key: 'total', header: 'Total', align: 'number', cell: (row) => <Money minor={row.minor} currency="USD" /> },
]

/** A dealer's first page in the morning. */
export function Page() {
  return (
    <Frame>
      <PageHeader
        title="Good morning, Orlando"
        description="Three orders are on their way and one invoice is due this week."
        actions={
          <>
            <ButtonLink href="#">Quick order</ButtonLink>
            <Button variant="primary" icon={<Plus aria-hidden />}>
              New order
            </Button>
          </>
        }
      />
      <div className="grid gap-5">
        <Alert
          tone="warning"
          title="Your reseller certificate expires in 9 days"
          actions={
            <Button size="sm" icon={<FileWarning aria-hidden />}>
              Upload the new one
            </Button>
          }
        >
          Without it, orders from 30 November on are taxed.
        </Alert>
        <Figures />
        <div className="grid gap-5 xl:grid-cols-3">
          <Card title="Spent" description="Last twelve months" className="xl:col-span-2">
            <TrendChart
              label="Spent per month"
              series={[{ label: 'Spent' }, { label: 'A year before' }]}
              rows={MONTHS.map((label, index) => ({
                label,
                values: [(SPENT[index] ?? 0) * 1000, (SPENT[11 - index] ?? 0) * 800],
              }))}
              format={figureFormat('en', 'USD', 'standard')}
              formatAxis={figureFormat('en', 'USD', 'compact')}
            />
          </Card>
          <Card title="Open invoices" description="By age">
            <ShareBar
              label="Open invoices by age"
              shares={[
                { label: 'Not due', value: 62, detail: '$11,520.00' },
                { label: '1–30 days', value: 24, detail: '$4,455.20' },
                { label: '31–60 days', value: 9, detail: '$1,670.00' },
                { label: 'Older', value: 5, detail: '$930.50' },
              ]}
            />
          </Card>
        </div>
        <div className="grid gap-5 xl:grid-cols-3">
          <Card
            title="Recent orders"
            flush
            className="xl:col-span-2"
            actions={
              <ButtonLink href="#" variant="link">
                All orders
              </ButtonLink>
            }
          >
            <Table
              caption="Recent orders"
              columns={COLUMNS}
              rows={ORDERS.slice(0, 5)}
              rowKey={(row) => row.number}
              rowHref={(row) => `#${row.number}`}
            />
          </Card>
          <Card title="What happened">
            <Timeline
              entries={[
                {
                  title: 'SO-01029 was shipped',
                  at: <DateText at="2026-11-20T07:40:00Z" style="relative" now={NOW} />,
                  by: 'Adventure Works',
                  tone: 'success',
                },
                {
                  title: 'SO-01037 was shipped in part',
                  at: <DateText at="2026-11-19T16:02:00Z" style="relative" now={NOW} />,
                  tone: 'warning',
                },
                {
                  title: 'Invoice INV-2026-0311 was posted',
                  at: <DateText at="2026-11-18T12:00:00Z" style="relative" now={NOW} />,
                  tone: 'info',
                },
                {
                  title: 'You sent SO-01048',
                  at: <DateText at="2026-11-18T15:20:00Z" style="relative" now={NOW} />,
                  by: 'Orlando Gee',
                },
              ]}
            />
          </Card>
        </div>
        <Card title="Explored">
          <LazyChart
            label="Spent per month, to explore"
            currency="USD"
            series={[{ label: 'Spent' }]}
            rows={MONTHS.map((label, index) => ({ label, values: [(SPENT[index] ?? 0) * 1000] }))}
          />
        </Card>
        <Card title="Orders per month">
          <BarChart
            label="Orders per month"
            highlight={11}
            points={MONTHS.map((label, index) => ({ label, value: Math.round((SPENT[index] ?? 0) / 3) }))}
          />
        </Card>
      </div>
    </Frame>
  )
}

const Figures = () => (
  <StatGrid>
    <Stat label="Open orders" value="3" href="#" hint="14 lines to come" />
    <Stat label="Credit left" value={<Money minor={1_842_430} currency="USD" />} hint="of $40,000.00" />
    <Stat
      label="Due this week"
      value={<Money minor={445_520} currency="USD" />}
      change={{ text: '1 invoice', direction: 'down', tone: 'warning' }}
    />
    <Stat
      label="Spent in November"
      value={<Money minor={3_612_075} currency="USD" />}
      change={{ text: '12 %', direction: 'up', tone: 'success' }}
      chart={<Sparkline label="Spent per week" values={[4, 6, 5, 8, 7, 9, 8, 12, 10, 14]} />}
    />
  </StatGrid>
)
