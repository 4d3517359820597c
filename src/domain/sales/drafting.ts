import { amountsOf, insertLines, partiesOf } from '@/domain/sales/order-rows'
import { atBranch, partiesFor, tenantOf, type Parties } from '@/domain/sales/parties'
import { priceOrder } from '@/domain/sales/pricing'
import { mustBeOrderable, quoteLines } from '@/domain/sales/quoting'
import type { PlacedLine } from '@/domain/sales/placing'
import type { OrderLineRow, OrderRow } from '@/domain/sales/rows'
import { atSellingBranch } from '@/domain/sales/selling-branch'
import { orderMachine } from '@/domain/sales/status'
import { refuse } from '@/kernel/errors'
import type { Context } from '@/platform/operation'

/** A draft under its lock, with the lines as they would be ordered. */
export interface Draft {
  order: OrderRow
  rows: OrderLineRow[]
  lines: PlacedLine[]
}

/** Locks an order of the own organization that is still a draft. Refuses NOT_FOUND, PERMISSION_REFUSED, STATE_REFUSED. */
export async function openDraft(ctx: Context, id: string, action = 'Change'): Promise<Draft> {
  const order = await ctx.lock<OrderRow>('orders', id, { side: 'owner', noun: 'The order' })
  mustBeDraft(order, action)
  const rows = await ctx.find<OrderLineRow>('order-lines', { order: id })
  rows.sort((a, b) => a.lineNo - b.lineNo)
  return { order, rows, lines: rows.map(askedOf) }
}

/** The parties of a draft as they are now; its address and branches stay unless others are named. */
export async function partiesOfDraft(ctx: Context, order: OrderRow, named: Named = {}): Promise<Parties> {
  const { address, branch, sellerBranch } = named
  const known = await partiesFor(ctx, { buyer: order.counterparty, seller: order.organization, address: address ?? null })
  const parties = sellerBranch ? await atSellingBranch(ctx, known, sellerBranch) : { ...known, sellerBranch: order.branch }
  const there = { ...parties, shipTo: address ? parties.shipTo : (order.shipTo ?? parties.shipTo) }
  if (branch || address) return atBranch(there, branch)
  return { ...there, buyerBranch: order.counterpartyBranch }
}

type Named = { address?: string | null | undefined; branch?: string | null | undefined; sellerBranch?: string | null | undefined }

/**
 * Writes the lines of a draft anew, priced and taxed as of now. Lines keep their ids; an order line never changes what
 * it was ordered under, so the old rows go and new ones come.
 */
export async function rewriteDraft(ctx: Context, draft: Draft, parties: Parties, lines: readonly PlacedLine[], discountMinor: number): Promise<void> {
  const { order } = draft
  const quoted = mustBeOrderable(await quoteLines(ctx, parties, lines))
  const pricing = await priceOrder(ctx, parties, quoted, discountMinor)
  await removeLines(ctx, draft)
  const ids = new Map(lines.map((line) => [line.key, line.orderLine]))
  const ready = quoted.map((line) => ({ ...line, id: ids.get(line.key) ?? ctx.id() }))
  insertLines(ctx, { id: order.id, tenant: tenantOf(parties, null) }, ready, pricing)
  ctx.update('orders', order.id, { ...partiesOf(parties), ...amountsOf(pricing) })
}

/** Removes the rows of a draft's lines at once, so that new ones can take their places. */
export async function removeLines(ctx: Context, { rows }: Draft): Promise<void> {
  for (const row of rows) ctx.remove('order-lines', row.id)
  await ctx.flush()
}

function askedOf({ id, variant, unit, orderQuantity }: OrderLineRow): PlacedLine {
  return { key: id, orderLine: id, ref: { variant }, unit, quantity: orderQuantity }
}

function mustBeDraft({ number, status }: OrderRow, action: string): void {
  if (status === 'draft') return
  const state = Object.hasOwn(orderMachine.states, status) ? orderMachine.states[status as 'draft'].label.toLowerCase() : status
  refuse('STATE_REFUSED', { noun: 'Order', number: number ?? '', state, action: action.toLowerCase(), from: 'draft' })
}
