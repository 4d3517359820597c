import type { ShipTo } from '@/domain/sales/rows'
import { refuse } from '@/kernel/errors'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import type { ListPage } from '@/domain/sales/rows'
import type { Reader } from '@/platform/reader'

export interface ShipmentsWish {
  /** an organization of the reader, seller or buyer */
  organization?: string | undefined
  order?: string | undefined
  status?: string | undefined
  warehouse?: string | undefined
  /** a branch of the seller */
  sellerBranch?: string | undefined
  /** begins a number, a tracking number or an order's number */
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

export interface ShipmentListed {
  id: string
  number: string
  status: string
  order: string
  orderNumber: string | null
  buyer: string
  buyerName: string
  warehouse: string
  warehouseName: string
  carrier: string | null
  trackingNumber: string | null
  dispatchedAt: Date | null
  deliveredAt: Date | null
  isBilled: boolean
}

export interface ShipmentView extends ShipmentListed {
  shipTo: ShipTo | null
  note: string | null
  lines: { id: string; orderLine: string; variant: string; sku: string; name: string; quantity: string; unit: string; invoiced: string }[]
}

const COLUMNS = `s.id, s.number, s.status, s.order_id as "order", o.number as "orderNumber", s.counterparty_id as buyer, o.buyer_name as "buyerName",
  s.warehouse_id as warehouse, w.name as "warehouseName", s.carrier, s.tracking_number as "trackingNumber", s.dispatched_at as "dispatchedAt",
  s.delivered_at as "deliveredAt", not exists (select 1 from shipment_lines l where l.shipment_id = s.id and l.invoiced < l.quantity) as "isBilled"`
const FROM = 'from shipments s join orders o on o.id = s.order_id join warehouses w on w.id = s.warehouse_id'

/** Shipments that the reader reaches from either side, the newest first. */
export async function listShipments(reader: Reader, wish: ShipmentsWish): Promise<ListPage<ShipmentListed>> {
  const { limit } = wish
  const to = bindings()
  const where = [sqlOf(reader.reach('shipments'), 's', to), ...conditions(wish, to)].join(' and ')
  const rows = await reader.rows<ShipmentListed>(`select ${COLUMNS} ${FROM} where ${where} order by s.id desc limit ${to.bind(limit + 1)}`, to.values)
  const shown = rows.slice(0, limit)
  return { rows: shown, nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null, limit }
}

/** One shipment with its lines. Refuses NOT_FOUND for what is not reached. */
export async function shipmentView(reader: Reader, id: string): Promise<ShipmentView> {
  const to = bindings([id])
  const [row] = await reader.rows<ShipmentView>(
    `select ${COLUMNS}, s.ship_to as "shipTo", s.note, (select coalesce(json_agg(json_build_object('id', l.id, 'orderLine', l.order_line_id,
      'variant', l.variant_id, 'sku', l.sku, 'name', l.name, 'quantity', trim_scale(l.quantity)::text, 'unit', x.stock_unit, 'invoiced', trim_scale(l.invoiced)::text)
      order by x.line_no), '[]') from shipment_lines l join order_lines x on x.id = l.order_line_id where l.shipment_id = s.id) as lines
    ${FROM} where s.id = $1::uuid and ${sqlOf(reader.reach('shipments'), 's', to)}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun: 'The shipment' })
}

function conditions({ organization, order, status, warehouse, sellerBranch, q, cursor }: ShipmentsWish, to: Bindings): string[] {
  const begins = q ? to.bind(`${q.replace(/[\\%_]/g, (one) => `\\${one}`)}%`) : ''
  return [
    ...(organization ? [`${to.bind(organization)}::uuid in (s.organization_id, s.counterparty_id)`] : []),
    ...(order ? [`s.order_id = ${to.bind(order)}::uuid`] : []),
    ...(status ? [`s.status::text = ${to.bind(status)}`] : []),
    ...(warehouse ? [`s.warehouse_id = ${to.bind(warehouse)}::uuid`] : []),
    ...(sellerBranch ? [`s.branch_id = ${to.bind(sellerBranch)}::uuid`] : []),
    ...(cursor ? [`s.id < ${to.bind(cursor)}::uuid`] : []),
    ...(q ? [`(s.number ilike ${begins} or s.tracking_number ilike ${begins} or o.number ilike ${begins})`] : []),
  ]
}
