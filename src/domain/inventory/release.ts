import { lockReservations } from '@/domain/inventory/levels'
import type { Reservation } from '@/domain/inventory/rows'
import { addQuantity, negateQuantity, smallerQuantity, subtractQuantity, ZERO, type Quantity } from '@/kernel/quantity'
import type { Context } from '@/platform/operation'

/**
 * Gives back what order lines have reserved: all of it or up to a quantity, the youngest reservation first. Answers per
 * line how much was released; what is backordered holds nothing to release.
 */
export async function releaseForOrderLines(
  ctx: Context,
  lines: readonly { readonly orderLine: string; readonly quantity: Quantity | 'all' }[],
): Promise<Map<string, Quantity>> {
  const open = await lockReservations(ctx, 'order', lines.map((line) => line.orderLine))
  const released = new Map<string, Quantity>()
  for (const { orderLine, quantity } of lines) {
    const own = open.filter((one) => one.orderLine === orderLine).sort((a, b) => (a.id < b.id ? 1 : -1))
    let left: Quantity | 'all' = quantity
    for (const reservation of own) {
      const part = left === 'all' ? reservation.quantity : smallerQuantity(left, reservation.quantity)
      if (part <= 0n) continue
      giveBack(ctx, reservation, part)
      released.set(orderLine, addQuantity(released.get(orderLine) ?? ZERO, part))
      if (left !== 'all') left = subtractQuantity(left, part)
    }
  }
  return released
}

/** Gives back what cart lines hold. */
export async function releaseForCart(ctx: Context, cartLines: readonly string[]): Promise<void> {
  for (const reservation of await lockReservations(ctx, 'cart', cartLines)) giveBack(ctx, reservation, reservation.quantity)
}

/** Ends those of the given holds that have expired, seen under their locks (S2); answers how many. */
export async function releaseExpired(ctx: Context, reservations: readonly string[]): Promise<number> {
  const expired = await lockReservations(ctx, 'expired', reservations)
  for (const reservation of expired) giveBack(ctx, reservation, reservation.quantity)
  return expired.length
}

function giveBack(ctx: Context, reservation: Reservation, part: Quantity): void {
  const left = subtractQuantity(reservation.quantity, part)
  ctx.update('reservations', reservation.id, left === ZERO ? { state: 'released' } : { quantity: left })
  ctx.add('stock-levels', reservation.level, { reserved: negateQuantity(part) })
}
