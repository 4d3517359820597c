import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isId, type PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal, orNotFound, type Portal } from '../../_portal/portal'
import { OrderInvoices } from './order-invoices'
import { OrderLines } from './order-lines'
import { OrderShipments } from './order-shipments'
import { OrderSums } from './order-sums'
import { CancelOrder } from '@/components/portal/orders/cancel-order'
import { Reorder } from '@/components/portal/orders/reorder'
import { AddressLines } from '@/components/portal/parts/address-lines'
import { History } from '@/components/portal/parts/history'
import { OrderState } from '@/components/portal/parts/states'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { DateText } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { Stepper } from '@/components/ui/stepper'
import { thumbsOf } from '@/domain/catalog'
import { timelineOf } from '@/domain/core'
import { orderPage, type OrderPage } from '@/domain/sales'

type Props = PageProps<{ id: string }>

const load = cache(async (org: string, id: string) => {
  const { reader, organization, can } = await dealerPortal(org)
  if (!can('order.read')) return null
  if (!isId(id)) notFound()
  const order = await orNotFound(orderPage(reader, id))
  return order.buyer === organization.id ? order : notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params
  return { title: `Order ${(await load(org, id))?.number ?? ''}`.trim() }
}

export default async function Page({ params }: Props) {
  const { org, id } = await params
  const [portal, order] = await Promise.all([dealerPortal(org), load(org, id)])
  const { reader, organization, base, locale, zone, can } = portal
  if (!order) return <NoAccess portal={portal} needs="order.read" />
  const [entries, thumbs] = await Promise.all([timelineOf(reader, 'orders', order.id), thumbsOf(reader, order.lines.map(({ product }) => product))])
  const reads = { locale, zone }
  return (
    <>
      <PageHeader
        title={order.number ?? 'Draft'}
        badge={<OrderState status={order.status} />}
        description={[`From ${order.sellerName}`, order.poReference ? `your reference ${order.poReference}` : ''].filter(Boolean).join(' · ')}
        crumbs={[{ label: 'Orders', href: `${base}/orders` }, { label: order.number ?? 'Draft' }]}
        actions={<Verbs portal={portal} order={order} />}
      />
      <div className="grid gap-6">
        <Progress order={order} />
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 content-start gap-6">
            <OrderLines order={order} thumbs={thumbs} base={base} locale={locale} />
            <OrderShipments order={order} organization={organization.slug} canReceive={can('shipment.receive')} {...reads} />
            {can('invoice.read') ? <OrderInvoices order={order} base={base} locale={locale} /> : null}
          </div>
          <div className="grid min-w-0 content-start gap-6">
            <OrderSums order={order} locale={locale} />
            <Facts order={order} {...reads} />
            <Card title="History">
              <History entries={entries} {...reads} />
            </Card>
          </div>
        </div>
      </div>
    </>
  )
}

function Verbs({ portal: { organization, base, can }, order }: { portal: Portal; order: OrderPage }) {
  const number = order.number ?? ''
  const cancel = can('order.cancel') && !OVER.has(order.status) ? order.actions.find(({ verb }) => verb === 'cancel') : undefined
  const lines = order.lines.map(({ sku, orderQuantity, unit }) => ({ sku, quantity: orderQuantity, unit }))
  return (
    <>
      {can('cart.write') ? <Reorder organization={organization.slug} cartHref={`${base}/cart`} lines={lines} /> : null}
      {cancel ? <CancelOrder organization={organization.slug} order={order.id} number={number} reason={cancel.allowed ? null : (cancel.reason ?? 'It cannot be cancelled now.')} /> : null}
    </>
  )
}

const OVER: ReadonlySet<string> = new Set(['cancelled', 'closed', 'delivered', 'shipped'])
const STEPS = ['Submitted', 'Confirmed', 'Processing', 'Shipped', 'Delivered']
const STANDING: Readonly<Record<string, number>> = { draft: -1, submitted: 0, confirmed: 1, processing: 2, 'partially-shipped': 3, shipped: 4, delivered: 5, closed: 5 }

/** How far it has come; a cancelled order says why instead. */
function Progress({ order: { status, cancelReason } }: { order: OrderPage }) {
  if (status === 'cancelled') {
    return (
      <Alert tone="danger" title="This order was cancelled.">
        {cancelReason ? `Reason: ${cancelReason}` : 'No reason was given.'}
      </Alert>
    )
  }
  return <Stepper label="How far the order is" steps={STEPS} current={STANDING[status] ?? 0} />
}

function Facts({ order, locale, zone }: { order: OrderPage; locale: string; zone: string }) {
  const day = (at: Date | string | null) => (at ? <DateText at={at} style="datetime" locale={locale} zone={zone} /> : null)
  return (
    <Card title="Delivery">
      <DataList
        items={[
          { term: 'Ship to', value: order.shipTo ? <AddressLines address={order.shipTo} /> : null },
          ...(order.branchName ? [{ term: 'Branch', value: order.branchName }] : []),
          { term: 'Ordered', value: day(order.submittedAt) },
          { term: 'Confirmed', value: day(order.confirmedAt) },
          { term: 'Wanted by', value: order.requestedOn ? <DateText at={order.requestedOn} locale={locale} /> : null },
          ...(order.shipComplete ? [{ term: 'Shipping', value: 'Everything together' }] : []),
          ...(order.note ? [{ term: 'Your note', value: <span className="whitespace-pre-line">{order.note}</span> }] : []),
        ]}
      />
    </Card>
  )
}
