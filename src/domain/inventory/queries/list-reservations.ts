import { bindings, sqlOf } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

/** Goods that are promised: held for a cart line or firm for an order line; quantity as text in the stock unit. */
export interface ReservationView {
  id: string
  state: 'held' | 'firm' | 'consumed' | 'released'
  variant: string
  sku: string
  name: string
  unit: string
  quantity: string
  warehouse: { id: string; code: string; name: string }
  orderLine: string | null
  cartLine: string | null
  expiresAt: Date | null
  createdAt: Date
}

export interface ReservationsWish {
  variant?: string | undefined
  level?: string | undefined
  /** default: those that still hold something */
  state?: ReservationView['state'] | undefined
  cursor?: string | undefined
  limit: number
}

/** Reservations the reader may see, the newest first. */
export async function listReservations(reader: Reader, wish: ReservationsWish): Promise<Page<ReservationView>> {
  const to = bindings()
  const where = [
    sqlOf(reader.reach('reservations'), 'r', to),
    wish.state ? `r.state::text = ${to.bind(wish.state)}` : `r.state in ('held', 'firm')`,
    ...(wish.variant ? [`r.variant_id = ${to.bind(wish.variant)}::uuid`] : []),
    ...(wish.level ? [`r.level_id = ${to.bind(wish.level)}::uuid`] : []),
    ...(wish.cursor ? [`r.id < ${to.bind(readCursor(wish.cursor)[1])}::uuid`] : []),
  ]
  const rows = await reader.rows<ReservationView>(
    `select r.id, r.state, r.variant_id as variant, v.sku, v.name, u.code as unit, trim_scale(r.quantity)::text as quantity,
       json_build_object('id', w.id, 'code', w.code, 'name', w.name) as warehouse, r.order_line_id as "orderLine", r.cart_line_id as "cartLine",
       r.expires_at as "expiresAt", r.created_at as "createdAt"
     from reservations r join variants v on v.id = r.variant_id join units u on u.id = v.stock_unit_id join stock_levels l on l.id = r.level_id
     join storage_locations g on g.id = l.location_id join warehouses w on w.id = g.warehouse_id
     where ${where.join(' and ')} order by r.id desc limit ${to.bind(wish.limit + 1)}`,
    to.values,
  )
  return pageOf(rows, wish.limit, (row) => [row.id, row.id])
}
