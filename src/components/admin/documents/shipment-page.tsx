import { timelineOf } from '@/domain/core/queries/timeline'
import { relatedInvoices } from '@/domain/finance/queries/related'
import { shipmentActions } from '@/domain/sales/actions'
import { shipmentView, type ShipmentView } from '@/domain/sales/queries/shipments'
import { businessDay } from '@/kernel/period'
import { formatDate, formatQuantity } from '@/components/ui/format'
import { ActionBar } from '@/components/admin/act/action-bar'
import { AddressLines } from '@/components/admin/documents/address-lines'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { InvoicesCard } from '@/components/admin/documents/related-cards'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { StatusBadge } from '@/components/admin/frame/badge'
import { Card, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

/** One shipment: what left, from where, and what was billed for it. */
export function ShipmentPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="shipments" list="Shipments" read={({ reader }, id) => shipmentView(reader, id)} title={({ number }) => number}>
      {async (shipment, work) => {
        const { reader, reads, can, organization } = work
        const [actions, invoices, history] = await Promise.all([
          shipmentActions(reader, shipment.id),
          can('invoice.read') ? relatedInvoices(reader, { shipment: shipment.id }) : null,
          can('audit.read') ? timelineOf(reader, 'shipments', shipment.id) : null,
        ])
        const today = businessDay(reader.now, organization.zone)
        return (
          <>
            <PageHead title={shipment.number} badge={<StatusBadge machine="shipment" state={shipment.status} />} sub={`${shipment.buyerName} · from ${shipment.warehouseName}`}>
              <ActionBar actions={actions} document={{ collection: 'shipments', id: shipment.id, title: shipment.number, currency: organization.currency, locale: reads.locale, today }} />
            </PageHead>
            <div className="tf-columns">
              <div className="tf-stack">
                <Lines shipment={shipment} locale={reads.locale} />
                <InvoicesCard invoices={invoices} today={today} reads={reads} empty="Not billed yet" />
              </div>
              <aside className="tf-stack" aria-label="About this shipment">
                <Terms shipment={shipment} reads={reads} />
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

function Terms({ shipment, reads }: { shipment: ShipmentView; reads: Work['reads'] }) {
  const at = (moment: Date | null) => (moment ? formatDate(moment, 'datetime', reads) : null)
  return (
    <Card title="Shipment">
      <Facts
        rows={[
          ['Order', <RecordLink key="order" to="orders" id={shipment.order}>{shipment.orderNumber ?? 'Order'}</RecordLink>],
          ['From', shipment.warehouseName],
          ['Carrier', shipment.carrier],
          ['Tracking number', shipment.trackingNumber],
          ['Dispatched', at(shipment.dispatchedAt)],
          ['Arrived', at(shipment.deliveredAt)],
          ['Ship to', <AddressLines key="to" address={shipment.shipTo} />],
          ['Note', shipment.note],
        ]}
      />
    </Card>
  )
}

function Lines({ shipment: { lines }, locale }: { shipment: ShipmentView; locale: string }) {
  return (
    <Card title="Lines" note={lines.length === 1 ? '1 line' : `${lines.length} lines`} flush>
      <table className="tf-table" data-narrow="cards">
        <thead>
          <tr>
            <th>Product</th>
            <th data-align="number">Shipped</th>
            <th data-align="number">Billed</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, variant, sku, name, unit, quantity, invoiced }) => (
            <tr key={id}>
              <td>
                <RecordLink to="variants" id={variant}>
                  {sku}
                </RecordLink>
                <small>{name}</small>
              </td>
              <td data-align="number" data-label="Shipped">
                {formatQuantity(quantity, locale)} {unit}
              </td>
              <td data-align="number" data-label="Billed">
                {formatQuantity(invoiced, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
