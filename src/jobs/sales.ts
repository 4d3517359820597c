import { invoicePosted, invoiceVoided } from '@/domain/finance'
import { billShipment, markShipmentBilled, reconsiderOrder, shipmentDelivered, shipmentShipped } from '@/domain/sales'
import { on, type Job } from '@/platform/queue/jobs'

/** Of shipments: the invoice, and what of an order is billed. States derive in the same transaction; this makes sure. */
export const salesJobs: readonly Job[] = [
  on(shipmentShipped, billShipment, ({ data }) => ({ id: data.shipment, automatic: true })),
  on(shipmentShipped, reconsiderOrder, ({ data }) => ({ id: data.order })),
  on(shipmentDelivered, reconsiderOrder, ({ data }) => ({ id: data.order })),
  on(invoicePosted, markShipmentBilled, ({ data }) => ({ id: data.kind === 'invoice' ? data.shipment : null, billed: true })),
  on(invoiceVoided, markShipmentBilled, ({ data }) => ({ id: data.kind === 'invoice' ? data.shipment : null, billed: false })),
]
