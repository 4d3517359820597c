import { PackageOpen } from 'lucide-react'
import type { Metadata } from 'next'
import type { PageProps } from '../_portal/address'
import { dealerPortal, type Portal } from '../_portal/portal'
import { HomeFigures } from './home-figures'
import { OnTheWay } from './on-the-way'
import { Spending } from './spending'
import { PasteLines } from '@/components/portal/cart/paste-lines'
import { OrdersTable } from '@/components/portal/orders/orders-table'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { marketOf } from '@/domain/catalog'
import { listOrders, pastedLinesFeature } from '@/domain/sales'
import { hasFeature } from '@/platform/features'

export const metadata: Metadata = { title: 'Home' }

const RECENT = 6

export default async function Page({ params }: PageProps) {
  const portal = await dealerPortal((await params).org)
  const { reader, organization, principal, base, can } = portal
  const [market, recent, canPaste] = await Promise.all([
    marketOf(reader, organization.id),
    can('order.read') ? listOrders(reader, { organization: organization.id, dealer: organization.id, limit: RECENT }) : null,
    can('cart.write') && hasFeature(reader, pastedLinesFeature, organization.id),
  ])
  return (
    <>
      <PageHeader
        title={`Welcome, ${principal.name.split(' ')[0] ?? principal.name}`}
        description={organization.name}
        actions={can('product.read') ? <ButtonLink href={`${base}/catalog`} variant="primary">Browse the catalog</ButtonLink> : null}
      />
      <div className="grid gap-6">
        <HomeFigures portal={portal} market={market} />
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
          <div className="grid min-w-0 content-start gap-6">
            {recent ? <RecentOrders portal={portal} orders={recent.rows} /> : null}
            {can('order.read') ? <Spending portal={portal} currency={market.currency} /> : null}
          </div>
          <div className="grid min-w-0 content-start gap-6">
            {canPaste ? (
              <Card title="Quick order" description="Straight into your cart, at today's prices.">
                <PasteLines organization={organization.slug} cartHref={`${base}/cart`} />
              </Card>
            ) : null}
            {can('shipment.read') ? <OnTheWay portal={portal} /> : null}
          </div>
        </div>
      </div>
    </>
  )
}

function RecentOrders({ portal, orders }: { portal: Portal; orders: Awaited<ReturnType<typeof listOrders>>['rows'] }) {
  const { base, locale, zone, can } = portal
  const all = (
    <ButtonLink href={`${base}/orders`} variant="ghost" size="sm">
      All orders
    </ButtonLink>
  )
  return (
    <Card title="Recent orders" flush actions={orders.length > 0 ? all : null}>
      {orders.length > 0 ? (
        <OrdersTable {...{ orders, base, locale, zone }} compact />
      ) : (
        <EmptyState icon={PackageOpen} title="No orders yet" action={can('cart.write') ? <ButtonLink href={`${base}/catalog`}>Find products</ButtonLink> : null}>
          What you order shows here with its state and where it is.
        </EmptyState>
      )}
    </Card>
  )
}
