import { changeLevels } from '@/domain/inventory/ledger'
import { lockLevels, reservationsOf } from '@/domain/inventory/levels'
import { mustNotBeShort, planReservation, type Demand, type ReservationPlan } from '@/domain/inventory/reserving'
import type { LockedLevel, Reservation, StockLine } from '@/domain/inventory/rows'
import { groupBy } from '@/kernel/group'
import { addQuantity, negateQuantity, smallerQuantity, subtractQuantity, sumQuantities, ZERO, type Quantity } from '@/kernel/quantity'
import { allOf } from '@/kernel/all-of'
import type { Context, Tenant } from '@/platform/operation'

/** A line that wants goods; what its cart line holds already is taken over first. */
export interface ClaimLine extends StockLine {
  readonly line: string
  readonly cartLine?: string | null | undefined
  readonly backorder?: 'none' | 'allowed' | undefined
}

export interface Claim {
  seller: Tenant
  lines: readonly ClaimLine[]
  /** true: when something is missing, nothing is reserved at all (S5) */
  shipComplete?: boolean
  /** columns that say for whom a reservation of the line is, and its state */
  columns: (line: ClaimLine) => Record<string, unknown>
}

export interface Claimed {
  /** per line that did not get everything: how much is missing */
  backordered: { line: string; quantity: Quantity }[]
}

/**
 * Reserves all lines or none (S1): locks the levels in order, takes over what the cart lines hold (S2), plans the rest
 * and collects rows and deltas. Refuses STOCK_SHORT naming every short SKU.
 */
export async function claimStock(ctx: Context, claim: Claim): Promise<Claimed> {
  const { seller, lines } = claim
  const [levels, held] = await allOf(
    lockLevels(ctx, seller.organization, lines.map((line) => line.variant)),
    reservationsOf(ctx, 'cart', lines.flatMap((line) => line.cartLine ?? [])),
  )
  const taken = lines.flatMap((line) => takeOver(line, held))
  const plan = planRest(lines, taken, levels)
  if (claim.shipComplete && plan.backordered.length > 0) {
    await release(ctx, seller, levels, held)
    return { backordered: lines.map(({ line, quantity }) => ({ line, quantity })) }
  }
  for (const { reservation, quantity, line } of taken) {
    if (quantity === ZERO) ctx.update('reservations', reservation.id, { state: 'released' })
    else ctx.update('reservations', reservation.id, { ...claim.columns(line), quantity })
  }
  insertPlanned(ctx, claim, plan)
  const surplus = taken.map(({ reservation, quantity }) => ({ level: reservation.level, reserved: subtractQuantity(quantity, reservation.quantity) }))
  const deltas = plan.deltas.map(({ level, quantity }) => ({ level, reserved: quantity }))
  await changeLevels(ctx, seller, levels, [...surplus, ...deltas])
  return { backordered: [...plan.backordered] }
}

interface Taken {
  line: ClaimLine
  reservation: Reservation
  /** how much of it the line keeps; zero = let go */
  quantity: Quantity
}

function takeOver(line: ClaimLine, held: readonly Reservation[]): Taken[] {
  let missing = line.quantity
  const own = held.filter((one) => line.cartLine === one.cartLine && line.variant === one.variant)
  return own.map((reservation) => {
    const quantity = smallerQuantity(missing, reservation.quantity)
    missing = subtractQuantity(missing, quantity)
    return { line, reservation, quantity }
  })
}

function planRest(lines: readonly ClaimLine[], taken: readonly Taken[], levels: readonly LockedLevel[]): ReservationPlan {
  const byLine = groupBy(taken, (one) => one.line.line)
  const kept = (line: ClaimLine) => sumQuantities((byLine.get(line.line) ?? []).map((one) => one.quantity))
  const demand = lines.map((line): Demand => ({ ...line, quantity: subtractQuantity(line.quantity, kept(line)), backorder: line.backorder === 'allowed' }))
  const freed = levels.map((level) => ({ ...level, reserved: subtractQuantity(level.reserved, surplusAt(taken, level.id)) }))
  const plan = planReservation(demand.filter((line) => line.quantity > 0n), freed)
  // What the cart holds already belongs to both numbers a person reads.
  const shortages = plan.shortages.map((short) => {
    const own = sumQuantities(lines.filter((line) => line.variant === short.variant).map(kept))
    return { ...short, requested: addQuantity(short.requested, own), available: addQuantity(short.available, own) }
  })
  mustNotBeShort(shortages)
  return plan
}

function surplusAt(taken: readonly Taken[], level: string): Quantity {
  return sumQuantities(taken.filter((one) => one.reservation.level === level).map((one) => subtractQuantity(one.reservation.quantity, one.quantity)))
}

function insertPlanned(ctx: Context, { seller, lines, columns }: Claim, plan: ReservationPlan): void {
  const byId = new Map(lines.map((line) => [line.line, line]))
  const { organization, tree } = seller
  for (const { line: id, level, quantity } of plan.reservations) {
    const line = byId.get(id)
    if (!line) continue
    ctx.insert('reservations', { organization, tree, level, variant: line.variant, quantity, ...columns(line) })
  }
}

async function release(ctx: Context, seller: Tenant, levels: readonly LockedLevel[], held: readonly Reservation[]): Promise<void> {
  for (const { id } of held) ctx.update('reservations', id, { state: 'released' })
  await changeLevels(ctx, seller, levels, held.map(({ level, quantity }) => ({ level, reserved: negateQuantity(quantity) })))
}
