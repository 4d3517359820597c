import { ConfirmReceipt } from '@/components/portal/orders/confirm-receipt'
import { ShipmentState } from '@/components/portal/parts/states'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { formatQuantity } from '@/components/ui/format'
import { DateText } from '@/components/ui/money'
import type { OrderPage, OrderPageShipment } from '@/domain/sales'

export interface OrderShipmentsProps {
  order: OrderPage
  organization: string
  canReceive: boolean
  locale: string
  zone: string
}

/** What has left, with tracking, and the button that says it arrived. */
export function OrderShipments({ order, ...rest }: OrderShipmentsProps) {
  if (order.shipments.length === 0) return null
  return (
    <Card title="Shipments" flush>
      <ul className="list-rows">
        {order.shipments.map((shipment) => (
          <li key={shipment.id} className="grid gap-3">
            <Head shipment={shipment} {...rest} />
            <ul className="grid gap-1 text-sm">
              {shipment.lines.map(({ orderLine, name, sku, quantity }) => (
                <li key={`${orderLine} ${sku}`} className="flex justify-between gap-4">
                  <span className="min-w-0 text-muted [overflow-wrap:anywhere]">{name}</span>
                  <span className="tabular-nums">{formatQuantity(quantity, rest.locale)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Head({ shipment, organization, canReceive, locale, zone }: Omit<OrderShipmentsProps, 'order'> & { shipment: OrderPageShipment }) {
  const { id, number, status, warehouseName, note } = shipment
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {number} <ShipmentState status={status} />
        </p>
        <p className="text-sm text-muted">
          {`From ${warehouseName}`} <When shipment={shipment} locale={locale} zone={zone} />
        </p>
        <Tracking shipment={shipment} />
        {note ? <p className="text-sm text-muted">{note}</p> : null}
      </div>
      {canReceive && status === 'dispatched' ? <ConfirmReceipt organization={organization} shipment={id} number={number} size="sm" /> : null}
    </div>
  )
}

function When({ shipment: { dispatchedAt, deliveredAt }, locale, zone }: { shipment: OrderPageShipment; locale: string; zone: string }) {
  const at = deliveredAt ?? dispatchedAt
  if (!at) return null
  return (
    <>
      {deliveredAt ? '· arrived ' : '· left '}
      <DateText at={at} locale={locale} zone={zone} />
    </>
  )
}

function Tracking({ shipment: { carrier, trackingNumber } }: { shipment: OrderPageShipment }) {
  if (!carrier && !trackingNumber) return null
  return (
    <p className="flex flex-wrap items-center gap-1 text-sm">
      {carrier}
      {trackingNumber ? (
        <>
          <span className="font-mono">{trackingNumber}</span>
          <CopyButton value={trackingNumber} label="Copy tracking number" />
        </>
      ) : null}
    </p>
  )
}
