import { Truck } from 'lucide-react'
import type { Metadata } from 'next'
import { hrefOf, keptOf, one, oneOf, type PageProps } from '../_portal/address'
import { NoAccess } from '../_portal/no-access'
import { dealerPortal } from '../_portal/portal'
import { trailOf } from '../_portal/trail'
import { ShipmentsTable } from '@/components/portal/orders/shipments-table'
import { ListFrame } from '@/components/portal/parts/list-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SearchInput } from '@/components/ui/search-input'
import { Tabs } from '@/components/ui/tabs'
import { listShipments } from '@/domain/sales'

export const metadata: Metadata = { title: 'Shipments' }

const ON_PAGE = 25
const STATES = [
  { show: undefined, label: 'All' },
  { show: 'dispatched', label: 'On the way' },
  { show: 'delivered', label: 'Received' },
] as const

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, organization, base, locale, zone, can } = portal
  if (!can('shipment.read')) return <NoAccess portal={portal} needs="shipment.read" />
  const path = `${base}/shipments`
  const wish = { show: oneOf(search, 'show', ['dispatched', 'delivered']), q: one(search, 'q')?.slice(0, 80) }
  const pages = trailOf(search, path, wish)
  const found = await listShipments(reader, { organization: organization.id, status: wish.show, q: wish.q, cursor: pages.cursor, limit: ON_PAGE })
  const isNarrow = Boolean(wish.q ?? wish.show)
  return (
    <>
      <PageHeader title="Shipments" tabs={<Tabs label="Shipments by state" tabs={STATES.map(({ show, label }) => ({ label, href: hrefOf(path, { ...wish, show }) }))} current={hrefOf(path, wish)} />} />
      <div className="mb-4 flex">
        <SearchInput label="Search shipments" placeholder="Shipment, order or tracking number" action={path} defaultValue={wish.q} keep={keptOf({ ...wish, q: undefined })} className="max-w-md" />
      </div>
      <ListFrame
        isEmpty={found.rows.length === 0}
        pages={pages.links(found.nextCursor)}
        empty={
          <EmptyState icon={Truck} title={isNarrow ? 'No shipment matches' : 'Nothing has shipped yet'} action={<ButtonLink href={isNarrow ? path : `${base}/orders`}>{isNarrow ? 'Show all shipments' : 'See your orders'}</ButtonLink>}>
            {isNarrow ? 'Try another number or another tab.' : 'As soon as goods leave for you they show here with their tracking number.'}
          </EmptyState>
        }
      >
        <ShipmentsTable shipments={found.rows} {...{ base, locale, zone }} organization={organization.slug} canReceive={can('shipment.receive')} />
      </ListFrame>
    </>
  )
}
