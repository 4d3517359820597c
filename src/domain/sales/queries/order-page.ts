import { orderActions } from '@/domain/sales/actions'
import type { ShipTo } from '@/domain/sales/rows'
import { relatedInvoices, type RelatedInvoice } from '@/domain/finance'
import { refuse } from '@/kernel/errors'
import type { Day } from '@/kernel/period'
import { holds } from '@/platform/access/principal'
import type { Action } from '@/platform/actions'
import { ownerSideOf } from '@/platform/access/scope'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A line as both sides see it. Quantities are decimal text; `quantity` and what follows are in the stock unit. */
export interface OrderPageLine {
  id: string
  lineNo: number
  variant: string
  product: string
  sku: string
  name: string
  orderQuantity: string
  unit: string
  factor: string
  stockUnit: string
  quantity: string
  shipped: string
  open: string
  cancelled: string
  backorder: 'none' | 'allowed'
  unitPriceMicro: number
  netMinor: number
  taxMinor: number
  grossMinor: number
  taxes: { name: string; ratePpm: number; taxMinor: number }[]
  untaxedReason: string | null
}

export interface OrderPageShipment {
  id: string
  number: string
  status: string
  warehouseName: string
  carrier: string | null
  trackingNumber: string | null
  note: string | null
  dispatchedAt: string | null
  deliveredAt: string | null
  lines: { orderLine: string; sku: string; name: string; quantity: string }[]
}

export interface OrderView {
  id: string
  number: string | null
  status: string
  side: 'owner' | 'counterparty'
  seller: string
  sellerName: string
  buyer: string
  buyerName: string
  buyerSlug: string
  /** the buyer's branch it is for */
  branch: string | null
  branchName: string | null
  /** the seller's branch it belongs to */
  sellerBranch: string | null
  sellerBranchName: string | null
  poReference: string | null
  requestedOn: Day | null
  shipTo: ShipTo | null
  currency: string
  subtotalMinor: number
  discountMinor: number
  taxMinor: number
  totalMinor: number
  taxInclusive: boolean
  taxRounding: 'line' | 'document'
  shipComplete: boolean
  note: string | null
  /** the owner's alone; null for the buyer */
  internalNote: string | null
  createdAt: Date
  submittedAt: Date | null
  confirmedAt: Date | null
  cancelledAt: Date | null
  cancelReason: string | null
  closedAt: Date | null
  revision: number
  lines: OrderPageLine[]
  shipments: OrderPageShipment[]
}

const LINES = `(select coalesce(json_agg(json_build_object('id', l.id, 'lineNo', l.line_no::int, 'variant', l.variant_id, 'product', v.product_id, 'sku', l.sku,
  'name', l.name, 'orderQuantity', trim_scale(l.order_quantity)::text, 'unit', l.unit, 'factor', trim_scale(l.factor)::text, 'stockUnit', l.stock_unit,
  'quantity', trim_scale(l.quantity)::text, 'shipped', trim_scale(l.shipped)::text, 'open', trim_scale(l.quantity - l.shipped - l.cancelled)::text,
  'cancelled', trim_scale(l.cancelled)::text, 'backorder', l.backorder, 'unitPriceMicro', l.unit_price_micro::float8, 'netMinor', l.net_minor::float8,
  'taxMinor', l.tax_minor::float8, 'grossMinor', l.gross_minor::float8, 'taxes', coalesce(l.taxes, '[]'), 'untaxedReason', l.untaxed_reason) order by l.line_no), '[]')
  from order_lines l join variants v on v.id = l.variant_id where l.order_id = o.id)`

const shipmentsIn = (reached: string) => `(select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'status', s.status, 'warehouseName', w.name, 'carrier', s.carrier,
  'trackingNumber', s.tracking_number, 'note', s.note, 'dispatchedAt', s.dispatched_at, 'deliveredAt', s.delivered_at,
  'lines', (select coalesce(json_agg(json_build_object('orderLine', x.order_line_id, 'sku', x.sku, 'name', x.name, 'quantity', trim_scale(x.quantity)::text)
    order by x.id), '[]') from shipment_lines x where x.shipment_id = s.id)) order by s.id), '[]')
  from shipments s join warehouses w on w.id = s.warehouse_id where s.order_id = o.id and ${reached})`

/** One order with lines and shipments, from the side the reader stands on. Refuses NOT_FOUND for what is not reached. */
export async function orderView(reader: Reader, id: string): Promise<OrderView> {
  const to = bindings([id])
  const scope = reader.reach('orders')
  const isOwner = sqlOf(ownerSideOf(scope), 'o', to)
  // Whoever reads orders, a program for one, does not read shipments by that.
  const shipments = shipmentsIn(sqlOf(reader.reach('shipments'), 's', to))
  const [row] = await reader.rows<OrderView>(
    `select o.id, o.number, o.status, case when ${isOwner} then 'owner' else 'counterparty' end as side, o.organization_id as seller, s.name as "sellerName",
      o.counterparty_id as buyer, o.counterparty_branch_id as branch, p.name as "branchName", o.branch_id as "sellerBranch", sb.name as "sellerBranchName", o.buyer_name as "buyerName", b.slug as "buyerSlug", o.po_reference as "poReference", o.requested_on as "requestedOn",
      o.ship_to as "shipTo", o.currency, o.subtotal_minor::float8 as "subtotalMinor", o.discount_minor::float8 as "discountMinor",
      o.tax_minor::float8 as "taxMinor", o.total_minor::float8 as "totalMinor", coalesce(o.tax_inclusive, false) as "taxInclusive",
      o.tax_rounding as "taxRounding", coalesce(o.ship_complete, false) as "shipComplete", o.note,
      case when ${isOwner} then o.internal_note end as "internalNote", o.created_at as "createdAt", o.submitted_at as "submittedAt",
      o.confirmed_at as "confirmedAt", o.cancelled_at as "cancelledAt", o.cancel_reason as "cancelReason", o.closed_at as "closedAt",
      o.revision::int as revision, ${LINES} as lines, ${shipments} as shipments
    from orders o join organizations s on s.id = o.organization_id left join organizations b on b.id = o.counterparty_id
      left join branches p on p.id = o.counterparty_branch_id left join branches sb on sb.id = o.branch_id
    where o.id = $1::uuid and ${sqlOf(scope, 'o', to)}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun: 'The order' })
}

export interface OrderPage extends OrderView {
  /** as far as the reader may see invoices */
  invoices: RelatedInvoice[]
  actions: Action[]
}

/** The whole page of an order: what was ordered, shipped and billed, and what can be done now. */
export async function orderPage(reader: Reader, id: string): Promise<OrderPage> {
  const order = await orderView(reader, id)
  const invoices = holds(reader.principal, 'invoice.read') ? await relatedInvoices(reader, { order: id }) : []
  return { ...order, invoices, actions: await orderActions(reader, id) }
}
