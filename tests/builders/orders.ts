import { confirmOrder, placeOrder, shipOrder } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { ownerQuery } from '@tests/setup/database'
import type { CallOptions } from './callers'
import type { DealerSide, Network } from './network'

/** A line of a test's order by its SKU. */
export type OrderWish = { sku: string; quantity: string | number; unit?: string }

type Wish = { buyer?: DealerSide; options?: CallOptions; [field: string]: unknown }

/** Places an order as D1's buyer. */
export async function anOrder(net: Network, lines: readonly OrderWish[], { buyer = net.d1, options = {}, ...header }: Wish = {}) {
  return perform(placeOrder, { lines: [...lines], ...header }, await net.caller(buyer.buyer, options))
}

/** Places and confirms. */
export async function aConfirmedOrder(net: Network, lines: readonly OrderWish[], wish: Wish = {}) {
  const order = await anOrder(net, lines, wish)
  await perform(confirmOrder, { id: order.id }, await net.caller(net.people.sales, wish.options ?? {}))
  return order
}

/** Ships lines of an order by line number from the main warehouse; without lines everything that is open. */
export async function aShipment(net: Network, order: string, byLine?: Record<number, string | number>, more: { options?: CallOptions; [field: string]: unknown } = {}) {
  const { options = {}, ...given } = more
  const lines = byLine && (await linesOf(order)).filter((line) => byLine[line.lineNo] !== undefined).map((line) => ({ line: line.id, quantity: byLine[line.lineNo] }))
  return perform(shipOrder, { id: order, warehouse: net.warehouse, ...given, ...(lines ? { lines } : {}) }, await net.caller(net.people.warehouse, options))
}

/** An order's row as SQL has it. */
export async function orderOf(id: string) {
  const [row] = await ownerQuery<{ status: string; number: string | null; total: number; tax: number; subtotal: number; discount: number; exposure: number }>(
    `select status, number, total_minor::float8 as total, tax_minor::float8 as tax, subtotal_minor::float8 as subtotal,
       discount_minor::float8 as discount, exposure_minor::float8 as exposure from orders where id = $1`,
    [id],
  )
  if (!row) throw new Error(`There is no order ${id}.`)
  return row
}

/** The lines of an order in their order; quantities as numbers. */
export async function linesOf(order: string) {
  return ownerQuery<{ id: string; lineNo: number; sku: string; quantity: number; shipped: number; cancelled: number; invoiced: number; micro: number; net: number; gross: number }>(
    `select id, line_no::int as "lineNo", sku, quantity::float8, shipped::float8, cancelled::float8, invoiced::float8,
       unit_price_micro::float8 as micro, net_minor::float8 as net, gross_minor::float8 as gross from order_lines where order_id = $1 order by line_no`,
    [order],
  )
}
