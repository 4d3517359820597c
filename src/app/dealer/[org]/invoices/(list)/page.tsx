import { Download, FileText } from 'lucide-react'
import type { Metadata } from 'next'
import { dayOf, hrefOf, keptOf, one, oneOf, type PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal } from '../../_portal/portal'
import { trailOf } from '../../_portal/trail'
import { BalanceHeader } from '../balance-header'
import { InvoicesTable } from '@/components/portal/money/invoices-table'
import { DayRange } from '@/components/portal/parts/day-range'
import { ListFrame } from '@/components/portal/parts/list-frame'
import { ButtonLink, buttonLook } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SearchInput } from '@/components/ui/search-input'
import { Tabs } from '@/components/ui/tabs'
import { listInvoices } from '@/domain/finance'

export const metadata: Metadata = { title: 'Invoices' }

const ON_PAGE = 25
const TABS = [
  { show: undefined, label: 'All', wish: {} },
  { show: 'open', label: 'Open', wish: { kind: 'invoice', unpaid: true } },
  { show: 'overdue', label: 'Overdue', wish: { overdue: true } },
  { show: 'paid', label: 'Paid', wish: { kind: 'invoice', settlement: 'paid' } },
  { show: 'credit', label: 'Credit notes', wish: { kind: 'credit-note' } },
] as const

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, organization, base, locale, can } = portal
  if (!can('invoice.read')) return <NoAccess portal={portal} needs="invoice.read" />
  const path = `${base}/invoices`
  const asked = { show: oneOf(search, 'show', ['open', 'overdue', 'paid', 'credit']), q: one(search, 'q')?.slice(0, 80), from: dayOf(search, 'from'), to: dayOf(search, 'to') }
  const { show, ...narrow } = asked
  const pages = trailOf(search, path, asked)
  const tab = TABS.find((one) => one.show === show) ?? TABS[0]
  const found = await listInvoices(reader, { ...narrow, ...tab.wish, buyer: organization.id, cursor: pages.cursor, limit: ON_PAGE })
  const isNarrow = Object.values(asked).some((value) => value !== undefined)
  return (
    <>
      <PageHeader
        title="Invoices"
        actions={
          found.rows.length > 0 ? (
            <a href={hrefOf('/api/v1/invoices/export', { organization: organization.slug, ...fileQuery(tab.wish), ...narrow })} download className={buttonLook({})}>
              <Download aria-hidden />
              Export CSV
            </a>
          ) : null
        }
      />
      <div className="mb-6">
        <BalanceHeader portal={portal} />
      </div>
      <div className="mb-4 grid gap-4">
        <Tabs label="Invoices by state" tabs={TABS.map((one) => ({ label: one.label, href: hrefOf(path, { ...asked, show: one.show }) }))} current={hrefOf(path, asked)} />
        <div className="flex flex-wrap items-end gap-3">
          <SearchInput label="Search invoices" placeholder="Invoice, order or your reference" action={path} defaultValue={asked.q} keep={keptOf({ ...asked, q: undefined })} className="max-w-md" />
          <DayRange action={path} from={asked.from} to={asked.to} keep={keptOf({ ...asked, from: undefined, to: undefined })} />
        </div>
      </div>
      <ListFrame
        isEmpty={found.rows.length === 0}
        pages={pages.links(found.nextCursor)}
        empty={
          <EmptyState icon={FileText} title={isNarrow ? 'No invoice matches' : 'No invoices yet'} action={isNarrow ? <ButtonLink href={path}>Show all invoices</ButtonLink> : null}>
            {isNarrow ? 'Try another number, other days or another tab.' : 'Invoices show here as soon as your orders are billed.'}
          </EmptyState>
        }
      >
        <InvoicesTable invoices={found.rows} base={base} locale={locale} />
      </ListFrame>
    </>
  )
}

/** What a tab narrows to, as an address says it. */
const fileQuery = (wish: object): Record<string, string> => Object.fromEntries(Object.entries(wish).map(([key, value]) => [key, String(value)]))
