import { stockLow } from '@/domain/inventory/events'
import { applyMove, availableQuantity, becameLow, type LevelChange, type StockSubject } from '@/domain/inventory/rules'
import type { LockedLevel } from '@/domain/inventory/rows'
import { groupBy } from '@/kernel/group'
import { addQuantity, toText, ZERO, type Quantity } from '@/kernel/quantity'
import type { Day } from '@/kernel/period'
import type { Context, Tenant } from '@/platform/operation'

export type MoveKind = 'opening' | 'received' | 'shipped' | 'adjusted' | 'returned'

/** One change of what is on hand at a locked level; `reserved` goes with it when promised goods leave. */
export interface Move extends StockSubject {
  readonly level: LockedLevel
  readonly quantity: Quantity
  readonly reserved?: Quantity
  /** micro-units of the major unit, per stock unit */
  readonly unitCostMicro?: number | null
  readonly reason?: string | null
}

export interface Posting {
  holder: Tenant
  kind: MoveKind
  moves: readonly Move[]
  /** document that caused it: collection and id */
  cause: { type: string; id: string }
  /** business day in the holder's zone */
  on: Day
  /** every locked level of the variants, for the warning about low stock */
  levels: readonly LockedLevel[]
}

/**
 * Posts stock moves and carries the levels along: the only writer of `stock-moves`. Refuses STOCK_SHORT and
 * STOCK_RESERVED. Levels come from `lockLevels`; the moves of one level are applied in their order.
 */
export async function postMoves(ctx: Context, { holder, kind, moves, cause, on, levels }: Posting): Promise<void> {
  const now = new Map(levels.map((level) => [level.id, level]))
  for (const move of moves) {
    const { level, unitCostMicro = null, reason = null } = move
    const change = { onHand: move.quantity, reserved: move.reserved ?? ZERO }
    now.set(level.id, applyMove(now.get(level.id) ?? level, change, { sku: move.sku, unit: move.unit }))
    ctx.insert('stock-moves', {
      organization: holder.organization,
      tree: holder.tree,
      level: level.id,
      variant: level.variant,
      location: level.location,
      kind,
      quantity: move.quantity,
      unitCostMicro,
      causeType: cause.type,
      cause: cause.id,
      reason,
      actorName: ctx.principal.name,
      at: ctx.now,
      onDay: on,
    })
  }
  const changes = moves.map((move) => ({ level: move.level.id, onHand: move.quantity, ...(move.reserved === undefined ? {} : { reserved: move.reserved }) }))
  await changeLevels(ctx, holder, levels, changes)
}

/** A signed change of one level. */
export type Change = Partial<LevelChange> & { readonly level: string }

/** Collects changes of locked levels, and warns once when they make a variant low in a warehouse (S3). */
export async function changeLevels(ctx: Context, holder: Tenant, levels: readonly LockedLevel[], changes: readonly Change[]): Promise<void> {
  for (const { level, onHand = ZERO, reserved = ZERO } of changes) {
    const delta = { ...(onHand === ZERO ? {} : { onHand }), ...(reserved === ZERO ? {} : { reserved }) }
    if (Object.keys(delta).length > 0) ctx.add('stock-levels', level, delta)
  }
  const after = new Map(levels.map((level) => [level.id, level]))
  for (const change of changes) {
    const level = after.get(change.level)
    if (level) after.set(level.id, changed(level, change))
  }
  await warnOfLow(ctx, holder, levels, after)
}

function changed(level: LockedLevel, { onHand = ZERO, reserved = ZERO }: Change): LockedLevel {
  return { ...level, onHand: addQuantity(level.onHand, onHand), reserved: addQuantity(level.reserved, reserved) }
}

async function warnOfLow(ctx: Context, holder: Tenant, levels: readonly LockedLevel[], after: ReadonlyMap<string, LockedLevel>): Promise<void> {
  const warned = levels.filter((level) => level.reorderPoint !== null)
  for (const group of groupBy(warned, (level) => `${level.variant} ${level.warehouse}`).values()) {
    const [first] = group
    if (!first || first.reorderPoint === null) continue
    const left = availableQuantity(group.map((level) => after.get(level.id) ?? level), first.safety)
    const change = { before: availableQuantity(group, first.safety), after: left, reorderPoint: first.reorderPoint }
    if (becameLow(change)) await warn(ctx, holder, first, left)
  }
}

interface LowRow {
  sku: string
  name: string
  unit: string
  warehouseCode: string
  warehouseName: string
  branch: string | null
  reorderPoint: string
  reorderQuantity: string
}

const LOW = `
select v.sku, v.name, u.code as unit, w.code as "warehouseCode", w.name as "warehouseName", w.branch_id as branch,
  trim_scale(r.reorder_point)::text as "reorderPoint", trim_scale(coalesce(r.reorder_quantity, 0))::text as "reorderQuantity"
from reorder_rules r join variants v on v.id = r.variant_id join units u on u.id = v.stock_unit_id join warehouses w on w.id = r.warehouse_id
where r.organization_id = $1::uuid and r.variant_id = $2::uuid and r.warehouse_id = $3::uuid`

async function warn(ctx: Context, holder: Tenant, { variant, warehouse }: LockedLevel, available: Quantity): Promise<void> {
  const [row] = await ctx.rows<LowRow>(LOW, [holder.organization, variant, warehouse], 'tf_low_stock')
  if (!row) return
  const subject = { type: 'variants', id: variant, organization: holder.organization }
  ctx.emit(stockLow, subject, { variant, warehouse, available: toText(available), ...row })
}
