import { Download, PackageOpen, Plus } from 'lucide-react'
import { StatusBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterChips } from '@/components/ui/filter-panel'
import { DateText, Money } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { SearchInput } from '@/components/ui/search-input'
import { PageSkeleton } from '@/components/ui/skeleton'
import { SortSelect } from '@/components/ui/sort-select'
import { Table, type Column } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { Frame } from './frame'
import { ORDERS, type SampleOrder } from './sample'

export const path = '/dealer/alpine/orders'

const COLUMNS: readonly Column<SampleOrder>[] = [
  { key: 'number', header: 'Order', lead: true, cell: (row) => row.number },
  { key: 'po', header: 'Your reference', cell: (row) => row.po },
  { key: 'at', header: 'Sent', cell: (row) => <DateText at={row.at} style="datetime" zone="America/Los_Angeles" /> },
  { key: 'status', header: 'Status', cell: (row) => <StatusBadge {...row.status} /> },
  { key: 'lines', header: 'Lines', align: 'number', cell: (row) => row.lines },
  { key: 'total', header: 'Total', align: 'number', cell: (row) => <Money minor={row.minor} currency="USD" /> },
]

const TABS = [
  { href: '#all', label: 'All', count: 214 },
  { href: '#open', label: 'Open', count: 3 },
  { href: '#drafts', label: 'Drafts', count: 1 },
  { href: '#done', label: 'Completed' },
  { href: '#cancelled', label: 'Cancelled' },
]

/** A list in its four faces, as far as they fit on one page. */
export function Page() {
  return (
    <Frame
      organization={{
        name: 'Rally Master Company',
        subtitle: 'Red brand',
        href: '/dealer/alpine',
        color: '#c8102e',
        others: [{ name: 'Rally Master North', href: '/dealer/rally-north' }],
      }}
    >
      <PageHeader
        title="Orders"
        actions={
          <>
            <Button icon={<Download aria-hidden />}>Export</Button>
            <Button variant="primary" icon={<Plus aria-hidden />}>
              New order
            </Button>
          </>
        }
        tabs={<Tabs label="Orders by state" tabs={TABS} current="#all" />}
      />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchInput label="Search orders" placeholder="Number, reference or product" className="max-w-sm" />
        <SortSelect
          value="new"
          options={[
            { value: 'new', label: 'Newest first' },
            { value: 'total', label: 'Largest first' },
          ]}
        />
        <FilterChips chips={[{ label: 'Sent in November', removeHref: '#' }]} />
      </div>
      <Card flush footer={<Pagination summary="1–7 of 214" nextHref="#next" />}>
        <Table
          caption="Orders"
          columns={COLUMNS}
          rows={ORDERS}
          rowKey={(row) => row.number}
          rowHref={(row) => `#${row.number}`}
        />
      </Card>
      <Card flush className="mt-8">
        <EmptyState icon={PackageOpen} title="No orders match" action={<Button>Clear the search</Button>}>
          Nothing was sent with this reference. Try the order number or a product.
        </EmptyState>
      </Card>
      <div className="mt-8">
        <PageSkeleton rows={3} />
      </div>
    </Frame>
  )
}
