import type { z } from 'zod'
import type { orderSubmitted, shipmentDelivered } from '@/domain/sales/events'
import type { OrderRow, ShipmentRow } from '@/domain/sales/rows'
import type { Context, Subject, Tenant } from '@/platform/operation'

/** What an event says of an order. */
export async function orderFacts(ctx: Context, order: OrderRow): Promise<z.input<typeof orderSubmitted.schema>> {
  const { number, poReference, totalMinor, currency } = order
  return { order: order.id, number: number ?? '', ...(await namesOf(ctx, order)), poReference, totalMinor, currency }
}

/** What an event says of a shipment. */
export async function shipmentFacts(ctx: Context, order: OrderRow, shipment: Pick<ShipmentRow, 'id' | 'number' | 'carrier' | 'trackingNumber'>): Promise<z.input<typeof shipmentDelivered.schema>> {
  const { id, number, carrier, trackingNumber } = shipment
  const { poReference } = order
  return { shipment: id, number, order: order.id, orderNumber: order.number ?? '', poReference, ...(await namesOf(ctx, order)), carrier, trackingNumber }
}

/** The row an event is about. */
export function subjectOf(type: 'orders' | 'shipments', row: { id: string; organization: string; counterparty: string }): Subject {
  return { type, id: row.id, organization: row.organization, counterparty: row.counterparty }
}

/** The tenancy columns an order hands to the rows that belong to it. */
export function tenantColumns({ organization, tree, branch, counterparty, counterpartyBranch, sharedAt }: OrderRow): Tenant {
  return { organization, tree, branch, counterparty, counterpartyBranch, sharedAt }
}

async function namesOf(ctx: Context, order: OrderRow) {
  const seller = await ctx.organizationFacts(order.organization)
  const buyer = await ctx.organizationFacts(order.counterparty)
  return { seller: seller.id, sellerName: seller.name, buyer: buyer.id, buyerName: order.buyerName, buyerSlug: buyer.slug }
}
