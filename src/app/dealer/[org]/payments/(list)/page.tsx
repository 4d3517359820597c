import { Receipt } from 'lucide-react'
import type { Metadata } from 'next'
import { dayOf, keptOf, one, type PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal } from '../../_portal/portal'
import { trailOf } from '../../_portal/trail'
import { methodName } from '../method'
import { DayRange } from '@/components/portal/parts/day-range'
import { ListFrame } from '@/components/portal/parts/list-frame'
import { PaymentState } from '@/components/portal/parts/states'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { DateText, Money } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { SearchInput } from '@/components/ui/search-input'
import { Table } from '@/components/ui/table'
import { listPayments } from '@/domain/finance'

export const metadata: Metadata = { title: 'Payments' }

const ON_PAGE = 25

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, organization, base, locale, can } = portal
  if (!can('payment.read')) return <NoAccess portal={portal} needs="payment.read" />
  const path = `${base}/payments`
  const wish = { q: one(search, 'q')?.slice(0, 80), from: dayOf(search, 'from'), to: dayOf(search, 'to') }
  const pages = trailOf(search, path, wish)
  const found = await listPayments(reader, { ...wish, buyer: organization.id, cursor: pages.cursor, limit: ON_PAGE })
  const isNarrow = Object.values(wish).some((value) => value !== undefined)
  return (
    <>
      <PageHeader title="Payments" description="What your sellers received from you and what it settled." />
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <SearchInput label="Search payments" placeholder="Payment number or reference" action={path} defaultValue={wish.q} keep={keptOf({ ...wish, q: undefined })} className="max-w-md" />
        <DayRange action={path} from={wish.from} to={wish.to} keep={keptOf({ q: wish.q })} />
      </div>
      <ListFrame
        isEmpty={found.rows.length === 0}
        pages={pages.links(found.nextCursor)}
        empty={
          <EmptyState icon={Receipt} title={isNarrow ? 'No payment matches' : 'No payments yet'} action={<ButtonLink href={isNarrow ? path : `${base}/invoices`}>{isNarrow ? 'Show all payments' : 'See your invoices'}</ButtonLink>}>
            {isNarrow ? 'Try another number or other days.' : 'A payment shows here when the seller has recorded it.'}
          </EmptyState>
        }
      >
        <Table
          caption="Payments"
          rows={found.rows}
          rowKey={(row) => row.id}
          rowHref={(row) => `${path}/${row.id}`}
          columns={[
            { key: 'number', header: 'Payment', lead: true, cell: (row) => row.number },
            { key: 'status', header: 'Status', cell: (row) => <PaymentState status={row.status} /> },
            { key: 'on', header: 'Received', cell: (row) => <DateText at={row.receivedOn} locale={locale} /> },
            { key: 'method', header: 'Method', cell: (row) => methodName(row.method) },
            { key: 'reference', header: 'Reference', cell: (row) => row.reference ?? <span className="text-subtle">–</span> },
            { key: 'left', header: 'Not used yet', align: 'number', cell: (row) => <Money minor={row.unappliedMinor} currency={row.currency} locale={locale} /> },
            { key: 'amount', header: 'Amount', align: 'number', cell: (row) => <Money minor={row.direction === 'out' ? -row.amountMinor : row.amountMinor} currency={row.currency} locale={locale} /> },
          ]}
        />
      </ListFrame>
    </>
  )
}
