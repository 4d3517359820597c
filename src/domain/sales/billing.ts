import { lockCredit } from '@/domain/finance'
import type { OrderLineRow, OrderRow, ShipmentLineRow, ShipmentRow } from '@/domain/sales/rows'
import { billShipment } from '@/domain/sales/rules'
import { refuse } from '@/kernel/errors'
import { addQuantity, quantity, subtractQuantity, sumQuantities, toText, ZERO, type Quantity } from '@/kernel/quantity'
import { allOf } from '@/kernel/all-of'
import type { Context } from '@/platform/operation'

/** A shipment under the locks of its money: credit, order, shipment. */
export interface Billable {
  order: OrderRow
  orderLines: OrderLineRow[]
  shipment: ShipmentRow
  lines: ShipmentLineRow[]
}

/** Locks credit first, then order and shipment, so that the exposure moves from order to invoice at once (S16). */
export async function lockBillable(ctx: Context, id: string, permission: string): Promise<Billable> {
  const [seen] = await ctx.find<ShipmentRow>('shipments', { id })
  if (!seen) return refuse('NOT_FOUND', { noun: 'The shipment' })
  // Asked for at once, locked in this order.
  const [, [order], shipment, lines, orderLines] = await allOf(
    lockCredit(ctx, { seller: seen.organization, buyer: seen.counterparty }),
    ctx.lockMany<OrderRow>('orders', [seen.order]),
    ctx.lock<ShipmentRow>('shipments', id, { permission, side: 'owner' }),
    ctx.find<ShipmentLineRow>('shipment-lines', { shipment: id }),
    ctx.find<OrderLineRow>('order-lines', { order: seen.order }),
  )
  if (!order) return refuse('NOT_FOUND', { noun: 'The order' })
  orderLines.sort((a, b) => a.lineNo - b.lineNo)
  return { order, orderLines, shipment, lines }
}

const EARLIER = `
select sl.order_line_id as line, sum(sl.quantity)::text as quantity from shipment_lines sl join shipments s on s.id = sl.shipment_id
where s.order_id = $1::uuid and (s.dispatched_at, s.id) < (select dispatched_at, id from shipments where id = $2::uuid) group by 1`

/** What finance is asked to bill for a shipment: shipped quantities with their cumulative share of discounts (S7). */
export async function billOf(ctx: Context, { order, orderLines, shipment, lines }: Billable) {
  const rows = await ctx.rows<{ line: string; quantity: string }>(EARLIER, [order.id, shipment.id], 'tf_shipped_earlier')
  const before = new Map(rows.map((row) => [row.line, row.quantity]))
  const now = new Map(lines.map((line) => [line.orderLine, line]))
  const bill = billShipment({
    headerDiscountMinor: order.discountMinor,
    lines: orderLines.map((line) => ({
      id: line.id,
      unitPriceMicro: line.unitPriceMicro,
      quantity: line.quantity,
      discountMinor: 0,
      before: quantityOf(before.get(line.id)),
      now: now.get(line.id)?.quantity ?? ZERO,
    })),
  })
  const known = new Map(orderLines.map((line) => [line.id, line]))
  return {
    seller: order.organization,
    buyer: order.counterparty,
    branch: order.branch,
    buyerBranch: order.counterpartyBranch,
    order: order.id,
    orderNumber: order.number,
    poReference: order.poReference,
    shipment: shipment.id,
    currency: order.currency,
    taxInclusive: order.taxInclusive,
    taxRounding: order.taxRounding,
    headerDiscountMinor: bill.headerDiscountMinor,
    ...(order.shipTo ? { shipTo: { country: order.shipTo.country, region: order.shipTo.region } } : {}),
    lines: bill.lines.flatMap(({ id, quantity, discountMinor }) => {
      const line = known.get(id)
      if (!line) return []
      const { sku, name, stockUnit: unit, unitPriceMicro, taxClass } = line
      return [{ orderLine: id, shipmentLine: now.get(id)?.id ?? null, sku, name, unit, quantity: toText(quantity), unitPriceMicro, discountMinor, taxClass }]
    }),
  }
}

/** Collects that a shipment's lines are on a posted invoice, or no longer; answers whether anything changes. */
export function markBilled(ctx: Context, { orderLines, lines }: Billable, isBilled: boolean): boolean {
  const changes = lines.flatMap((line) => {
    const invoiced = isBilled ? line.quantity : ZERO
    return invoiced === line.invoiced ? [] : [{ line, invoiced, delta: subtractQuantity(invoiced, line.invoiced) }]
  })
  for (const { line, invoiced } of changes) ctx.update('shipment-lines', line.id, { invoiced })
  for (const row of orderLines) {
    const delta = sumQuantities(changes.filter(({ line }) => line.orderLine === row.id).map((one) => one.delta))
    if (delta !== ZERO) ctx.update('order-lines', row.id, { invoiced: addQuantity(row.invoiced, delta) })
  }
  return changes.length > 0
}

function quantityOf(text: string | undefined): Quantity {
  return text === undefined ? ZERO : quantity(text)
}
