import { orderView } from '@/domain/sales/queries/order-page'
import type { Reader } from '@/platform/reader'

/** Where an order is: its state, the days of its steps, and every shipment with carrier and tracking number. */
export async function trackingOf(reader: Reader, id: string) {
  const { number, status, requestedOn, submittedAt, confirmedAt, cancelledAt, closedAt, shipments, lines } = await orderView(reader, id)
  const open = lines.filter((line) => line.open !== '0').map(({ sku, name, open: left, stockUnit }) => ({ sku, name, open: left, unit: stockUnit }))
  return { id, number, status, requestedOn, submittedAt, confirmedAt, cancelledAt, closedAt, shipments, open }
}
