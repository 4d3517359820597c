import { timelineOf } from '@/domain/core/queries/timeline'
import { stockOfLines } from '@/domain/inventory/queries/line-stock'
import { listWarehouses } from '@/domain/inventory/queries/warehouses'
import { dealerOf } from '@/domain/network/queries/dealer-of'
import { orderPage, type OrderPage as Order } from '@/domain/sales/queries/order-page'
import { businessDay } from '@/kernel/period'
import { formatDate, formatMinor } from '@/components/ui/format'
import { ActionBar } from '@/components/admin/act/action-bar'
import { AddressLines } from '@/components/admin/documents/address-lines'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { OrderLinesCard } from '@/components/admin/documents/order-lines-card'
import { InvoicesCard, ShipmentsCard } from '@/components/admin/documents/related-cards'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { StatusBadge } from '@/components/admin/frame/badge'
import { Card, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

/** One order: what can be done with it now, what was ordered and is there, what left, what was billed, what happened. */
export function OrderPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="orders" list="Orders" read={({ reader }, id) => orderPage(reader, id)} title={titleOf}>
      {async (order, work) => {
        const { reader, reads, can } = work
        const [stock, warehouses, dealer, history] = await Promise.all([
          can('stock.read') ? stockOfLines(reader, order.seller, order.lines) : null,
          can('warehouse.read') ? listWarehouses(reader) : [],
          can('dealer.read') ? dealerOf(reader, { seller: order.seller, buyer: order.buyer }) : null,
          can('audit.read') ? timelineOf(reader, 'orders', order.id) : null,
        ])
        const today = businessDay(reader.now, work.organization.zone)
        const lines = order.lines.map((line) => ({ id: line.id, sku: line.sku, name: line.name, unit: line.stockUnit, open: line.open, available: stock?.get(line.id)?.warehouses ?? [] }))
        return (
          <>
            <PageHead title={titleOf(order)} badge={<StatusBadge machine="order" state={order.status} />} sub={`${order.buyerName} · ${formatMinor(order.totalMinor, order.currency, reads.locale)}`}>
              <ActionBar actions={order.actions} document={{ collection: 'orders', id: order.id, title: titleOf(order), currency: order.currency, locale: reads.locale, today, lines, warehouses: warehouses.filter(({ organization }) => organization === order.seller).map(({ id, name }) => ({ id, name })), values: { internalNote: order.internalNote, note: order.note } }} />
            </PageHead>
            <div className="tf-columns">
              <div className="tf-stack">
                <OrderLinesCard lines={order.lines} stock={stock} totals={totalsOf(order)} currency={order.currency} reads={reads} />
                <div className="tf-cards">
                  <ShipmentsCard shipments={can('shipment.read') ? order.shipments : null} reads={reads} />
                  <InvoicesCard invoices={can('invoice.read') ? order.invoices : null} today={today} reads={reads} empty="Nothing billed yet" />
                </div>
              </div>
              <aside className="tf-stack" aria-label="About this order">
                <Terms order={order} dealer={dealer} work={work} />
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

const titleOf = ({ number }: Pick<Order, 'number'>): string => number ?? 'Draft order'

function Terms({ order, dealer, work: { reads } }: { order: Order; dealer: string | null; work: Work }) {
  const day = (at: Date | null) => (at ? formatDate(at, 'datetime', reads) : null)
  return (
    <Card title="Order">
      <Facts
        rows={[
          ['Dealer', dealer ? <RecordLink to="dealers" id={dealer}>{order.buyerName}</RecordLink> : order.buyerName],
          ...(order.branchName ? [['Their branch', order.branchName] as const] : []),
          ...(order.sellerBranchName ? [['Our branch', order.sellerBranchName] as const] : []),
          ['Reference', order.poReference],
          ['Wanted on', order.requestedOn ? formatDate(order.requestedOn, 'date', reads) : null],
          ['Ships', order.shipComplete ? 'Complete only' : 'In parts'],
          ['Ship to', <AddressLines key="to" address={order.shipTo} />],
          ['Drafted', order.submittedAt ? null : day(order.createdAt)],
          ['Submitted', day(order.submittedAt)],
          ['Confirmed', day(order.confirmedAt)],
          ['Cancelled', day(order.cancelledAt)],
          ['Why', order.cancelReason],
          ['Note', order.note],
          ['Internal note', order.internalNote],
        ]}
      />
    </Card>
  )
}

function totalsOf({ subtotalMinor, discountMinor, taxMinor, totalMinor, taxInclusive }: Order) {
  return [
    { label: 'Subtotal', minor: subtotalMinor },
    ...(discountMinor > 0 ? [{ label: 'Discount', minor: -discountMinor }] : []),
    { label: taxInclusive ? 'Tax included' : 'Tax', minor: taxMinor },
    { label: 'Total', minor: totalMinor },
  ]
}
