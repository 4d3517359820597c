import { releaseForOrderLines } from '@/domain/inventory'
import { orderCancelled } from '@/domain/sales/events'
import { orderFacts, subjectOf } from '@/domain/sales/facts'
import type { OrderLineRow, OrderRow } from '@/domain/sales/rows'
import { cancelLine, openQuantity } from '@/domain/sales/rules'
import { buyerMayCancel } from '@/domain/sales/settings'
import { orderMachine } from '@/domain/sales/status'
import { refuse } from '@/kernel/errors'
import { quantity, type Quantity } from '@/kernel/quantity'
import { sideOf } from '@/platform/access/scope'
import type { Context } from '@/platform/operation'

export type CancellingSide = 'owner' | 'counterparty'

const ALLOWED: Readonly<Record<'never' | 'submitted' | 'confirmed', readonly string[]>> = {
  never: [],
  submitted: ['submitted'],
  confirmed: ['submitted', 'confirmed'],
}

/** Why the buyer may not cancel in this state, or null; the seller's setting decides. */
export function buyerCancelReason(status: string, allowed: keyof typeof ALLOWED): string | null {
  if (ALLOWED[allowed].includes(status)) return null
  return allowed === 'never' ? 'Ask the seller to cancel it.' : `You can cancel it until it is ${allowed === 'submitted' ? 'confirmed' : 'processed'}; ask the seller.`
}

/** The side that cancels. Refuses CONFLICT to a buyer whom the seller's setting does not allow it in this state. */
export async function mustBeAllowedToCancel(ctx: Context, order: OrderRow): Promise<CancellingSide> {
  const side = sideOf(ctx.reach('orders', 'order.cancel'), order)
  if (side === 'owner') return 'owner'
  const reason = buyerCancelReason(order.status, await ctx.setting(buyerMayCancel, order.organization))
  if (reason) refuse('CONFLICT', { reason: `Order ${order.number ?? ''}: ${reason}` })
  return 'counterparty'
}

/** Cancels an order with all that is open of it (S4) and gives back what it has reserved. A draft is told to nobody. */
export async function cancelRest(
  ctx: Context,
  { order, by, reason }: { order: OrderRow; by: CancellingSide; reason: string | null },
  lines: readonly OrderLineRow[],
): Promise<void> {
  ctx.transition(orderMachine, 'orders', { ...order, noun: 'Order' }, 'cancel', { cancelledAt: ctx.now, cancelReason: reason, exposureMinor: 0 })
  const open = lines.filter((line) => openQuantity(line) > 0n)
  for (const line of open) ctx.update('order-lines', line.id, { cancelled: cancelLine(line, openQuantity(line)).cancelled })
  if (order.status === 'draft') return
  await releaseForOrderLines(ctx, open.map((line) => ({ orderLine: line.id, quantity: 'all' as const })))
  ctx.emit(orderCancelled, subjectOf('orders', order), { ...(await orderFacts(ctx, order)), reason, by })
}

const FIRM = `select coalesce(sum(quantity), 0)::text as firm from reservations where order_line_id = $1::uuid and state = 'firm'`

/** How much of a line is reserved; the rest of what is open waits as a backorder. */
export async function firmQuantity(ctx: Context, orderLine: string): Promise<Quantity> {
  const [row] = await ctx.rows<{ firm: string }>(FIRM, [orderLine], 'tf_line_firm')
  return quantity(row?.firm ?? '0')
}
