import { Ellipsis, FileText, RotateCcw, X } from 'lucide-react'
import { StatusBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { DataList } from '@/components/ui/data-list'
import { DropdownMenu } from '@/components/ui/dropdown-menu'
import { DateText, Money, UnitPrice } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { Stepper } from '@/components/ui/stepper'
import { Table, type Column } from '@/components/ui/table'
import { Timeline } from '@/components/ui/timeline'
import { Frame } from './frame'
import { PRODUCTS } from './sample'

export const path = '/dealer/alpine/orders/so-01037'

const LINES = PRODUCTS.slice(0, 4).map((product, index) => ({
  ...product,
  quantity: (index + 1) * 3,
  shipped: index < 2 ? (index + 1) * 3 : 0,
}))

const COLUMNS: readonly Column<(typeof LINES)[number]>[] = [
  {
    key: 'product',
    header: 'Product',
    lead: true,
    cell: (row) => (
      <span className="flex items-center gap-3">
        <img src={row.image} alt="" className="size-10 flex-none rounded-sm border border-line object-cover" />
        <span className="min-w-0">
          <span className="block font-medium">{row.name}</span>
          <span className="block font-mono text-2xs font-normal text-subtle">{row.sku}</span>
        </span>
      </span>
    ),
  },
  { key: 'quantity', header: 'Ordered', align: 'number', cell: (row) => row.quantity },
  { key: 'shipped', header: 'Shipped', align: 'number', cell: (row) => row.shipped },
  { key: 'price', header: 'Price', align: 'number', cell: (row) => <UnitPrice micro={row.micro} currency="USD" /> },
  {
    key: 'total',
    header: 'Total',
    align: 'number',
    cell: (row) => <Money minor={Math.round((row.micro * row.quantity) / 10_000)} currency="USD" />,
  },
]

/** One order with everything around it. */
export function Page() {
  return (
    <Frame>
      <PageHeader
        crumbs={[{ label: 'Orders', href: '#' }, { label: 'SO-01037' }]}
        title={
          <span className="inline-flex items-center gap-1">
            SO-01037 <CopyButton value="SO-01037" label="Copy number" />
          </span>
        }
        badge={<StatusBadge tone="warning" label="Partially shipped" />}
        description={
          <>
            Sent <DateText at="2026-11-12T16:41:00Z" style="datetime" /> by Orlando Gee
          </>
        }
        actions={
          <>
            <Button icon={<FileText aria-hidden />}>Confirmation</Button>
            <Button variant="primary" icon={<RotateCcw aria-hidden />}>
              Order again
            </Button>
            <DropdownMenu
              label="More actions"
              align="end"
              square
              variant="secondary"
              trigger={<Ellipsis aria-hidden />}
              items={[{ label: 'Cancel the rest', icon: <X aria-hidden />, tone: 'danger' }]}
            />
          </>
        }
      />
      <div className="grid gap-5">
        <Stepper
          label="Progress of the order"
          steps={['Submitted', 'Confirmed', 'Picked', 'Shipped', 'Delivered']}
          current={3}
        />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_21rem]">
          <Card title="Lines" description="4 products, 30 pieces" flush>
            <Table caption="Lines of SO-01037" columns={COLUMNS} rows={LINES} rowKey={(row) => row.sku} />
          </Card>
          <div className="grid gap-5">
            <Card title="Total">
              <DataList
                look="rows"
                items={[
                  { term: 'Goods', value: <Money minor={1_214_400} currency="USD" /> },
                  { term: 'Freight', value: <Money minor={0} currency="USD" /> },
                  { term: 'Sales tax, 9.6 %', value: <Money minor={70_500} currency="USD" /> },
                  {
                    term: <b className="text-ink">Total</b>,
                    value: (
                      <b>
                        <Money minor={1_284_900} currency="USD" />
                      </b>
                    ),
                  },
                ]}
              />
            </Card>
            <Card title="Delivery">
              <DataList
                items={[
                  { term: 'To', value: 'Alpine Ski & Cycle, 25 Main Street, Bothell WA 98011' },
                  { term: 'Wanted on', value: <DateText at="2026-11-24" /> },
                  { term: 'Instructions', value: null },
                ]}
              />
            </Card>
            <Card title="History">
              <Timeline
                entries={[
                  {
                    title: 'Shipped in part',
                    at: <DateText at="2026-11-19T16:02:00Z" style="datetime" />,
                    by: 'Warehouse Bothell',
                    tone: 'warning',
                    children: 'Parcel 1Z999AA10123456784',
                  },
                  {
                    title: 'Confirmed',
                    at: <DateText at="2026-11-13T08:10:00Z" style="datetime" />,
                    by: 'Linda Mitchell',
                    tone: 'success',
                  },
                  {
                    title: 'Submitted',
                    at: <DateText at="2026-11-12T16:41:00Z" style="datetime" />,
                    by: 'Orlando Gee',
                  },
                ]}
              />
            </Card>
          </div>
        </div>
      </div>
    </Frame>
  )
}
