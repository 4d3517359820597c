import type { LocationKind } from '@/domain/inventory/rules'
import type { LockedLevel, Reservation } from '@/domain/inventory/rows'
import { quantity } from '@/kernel/quantity'
import { lockedInOrder } from '@/platform/locks'
import type { Context, Tenant } from '@/platform/operation'

interface LevelRow {
  id: string
  variant: string
  location: string
  warehouse: string
  priority: number
  kind: LocationKind
  onHand: string
  reserved: string
  safety: string
  reorderPoint: string | null
}

// An archived warehouse sells nothing.
const LEVELS = `
select l.id, l.variant_id as variant, l.location_id as location, s.warehouse_id as warehouse, w.priority::float8 as priority,
  case when w.archived_at is null then s.kind::text else 'quarantine' end as kind,
  l.on_hand::text as "onHand", l.reserved::text as reserved, coalesce(r.safety_quantity, 0)::text as safety, r.reorder_point::text as "reorderPoint"
from stock_levels l join storage_locations s on s.id = l.location_id join warehouses w on w.id = s.warehouse_id
left join reorder_rules r on r.variant_id = l.variant_id and r.warehouse_id = w.id
where l.organization_id = $1::uuid and l.variant_id = any($2::uuid[])${lockedInOrder('l')}`

/**
 * Locks and reads every level of the variants, in the order of their ids: whoever changes a level or a reservation does
 * this first. What the operation itself collected and has not flushed is not seen.
 */
export async function lockLevels(ctx: Context, organization: string, variants: readonly string[]): Promise<LockedLevel[]> {
  const rows = await ctx.rows<LevelRow>(LEVELS, [organization, [...new Set(variants)]], 'tf_lock_levels')
  return rows.map((row) => ({
    ...row,
    onHand: quantity(row.onHand),
    reserved: quantity(row.reserved),
    safety: quantity(row.safety),
    reorderPoint: row.reorderPoint === null ? null : quantity(row.reorderPoint),
  }))
}

const ENSURE = `
insert into stock_levels (id, organization_id, tree_id, variant_id, location_id, shelf, on_hand, reserved)
select x.id, $1::uuid, $2::uuid, x.variant, x.location, x.shelf, 0, 0
from json_to_recordset($3::json) as x(id uuid, variant uuid, location uuid, shelf text)
order by x.variant, x.location on conflict do nothing`

/** A level that must exist; `shelf` is written on a new one only. */
export interface WantedLevel {
  readonly variant: string
  readonly location: string
  readonly shelf?: string
}

/** Makes empty levels where goods are about to lie for the first time; sorted, so that two of them never deadlock. */
export async function ensureLevels(ctx: Context, holder: Tenant, wanted: readonly WantedLevel[]): Promise<void> {
  const rows = wanted.map((level) => ({ id: ctx.id(), ...level }))
  await ctx.rows(ENSURE, [holder.organization, holder.tree, JSON.stringify(rows)], 'tf_ensure_levels')
}

type ReservationRow = Omit<Reservation, 'quantity'> & { quantity: string }

const COLUMNS = `r.id, r.level_id as level, r.variant_id as variant, r.order_line_id as "orderLine", r.cart_line_id as "cartLine", r.quantity::text as quantity`

const CAUSES = {
  order: `r.order_line_id = any($1::uuid[]) and r.state = 'firm'`,
  cart: `r.cart_line_id = any($1::uuid[]) and r.state = 'held'`,
  expired: `r.id = any($1::uuid[]) and r.state = 'held' and r.expires_at <= $2::timestamptz`,
} as const

/** Reads open reservations whose levels the operation has locked already. */
export async function reservationsOf(ctx: Context, cause: 'order' | 'cart', lines: readonly string[]): Promise<Reservation[]> {
  if (lines.length === 0) return []
  const text = `select ${COLUMNS} from reservations r where ${CAUSES[cause]} order by r.id`
  return read(ctx, text, [lines], `tf_reservations_${cause}`)
}

/** Locks the levels of open reservations in their order, then the reservations; those that ended meanwhile drop out. */
export async function lockReservations(ctx: Context, cause: keyof typeof CAUSES, ids: readonly string[]): Promise<Reservation[]> {
  if (ids.length === 0) return []
  const from = 'reservations r join stock_levels l on l.id = r.level_id'
  const text = `select ${COLUMNS} from ${from} where ${CAUSES[cause]}${lockedInOrder('l', 'r')}`
  return read(ctx, text, cause === 'expired' ? [ids, ctx.now] : [ids], `tf_lock_reservations_${cause}`)
}

async function read(ctx: Context, text: string, values: readonly unknown[], name: string): Promise<Reservation[]> {
  const rows = await ctx.rows<ReservationRow>(text, values, name)
  return rows.map((row) => ({ ...row, quantity: quantity(row.quantity) }))
}
