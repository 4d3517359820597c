import { lockCreditFor, mustBeWithinCredit, type CreditStanding, type OpenMoney } from '@/domain/finance'
import { reserveForOrder } from '@/domain/inventory'
import { orderConfirmed, orderSubmitted } from '@/domain/sales/events'
import { amountsOf, insertLines, partiesOf } from '@/domain/sales/order-rows'
import { mustBeActive, mustHaveShipTo, mustNotBePast, tenantOf, type Parties } from '@/domain/sales/parties'
import { priceOrder, type Pricing } from '@/domain/sales/pricing'
import { mustBeOrderable, quoteLines, type AskedLine } from '@/domain/sales/quoting'
import type { OrderRow } from '@/domain/sales/rows'
import { mustHaveLines } from '@/domain/sales/rules'
import { orderNumbers } from '@/domain/sales/sequences'
import { autoConfirm } from '@/domain/sales/settings'
import { orderMachine } from '@/domain/sales/status'
import { allOf } from '@/kernel/all-of'
import type { Context } from '@/platform/operation'
import { settingFrom } from '@/platform/settings'

/** A line to order; a cart line brings what it holds, a draft's line its id. */
export interface PlacedLine extends AskedLine {
  cartLine?: string
  orderLine?: string
}

/** What finance knows of the buyer's credit, and what its orders have taken of it already. */
export type Credit = CreditStanding & OpenMoney & { readonly pledgedMinor: number }

export interface Placement {
  parties: Parties
  /** From `lockPartiesCredit`, the first lock of the transaction; sent, but not necessarily answered yet. */
  credit: Credit | Promise<Credit>
  lines: readonly PlacedLine[]
  header: { poReference?: string | null; requestedOn?: string | null; note?: string | null; shipComplete?: boolean; discountMinor?: number }
  cart?: string
  /** HQ's draft that becomes the order; its lines are removed already. */
  draft?: OrderRow
}

export interface PlacedOrder {
  id: string
  number: string
  status: string
  totalMinor: number
  currency: string
}

/**
 * Makes an order final in one transaction: prices, taxes, credit (S16), reservation of all lines or none (S1) taking
 * over what the cart holds (S2), and last of all its number. Checkout, programs and HQ's drafts share it.
 * Refuses what a line cannot be ordered for, CREDIT_EXCEEDED, STOCK_SHORT, CONFLICT for a dealer that is not active.
 */
export async function submitOrder(ctx: Context, placement: Placement): Promise<PlacedOrder> {
  const { parties, lines, header, draft } = placement
  const [credit, quote] = await allOf(placement.credit, quoteLines(ctx, parties, lines))
  mustHaveLines(lines)
  mustBeActive({ ...parties, dealerStatus: credit.status })
  mustHaveShipTo(parties)
  mustNotBePast(header.requestedOn, parties, ctx.now)
  const quoted = mustBeOrderable(quote)
  const asked = new Map(lines.map((line) => [line.key, line]))
  const ready = quoted.map((line) => ({ ...line, id: asked.get(line.key)?.orderLine ?? ctx.id() }))
  const tenant = tenantOf(parties, ctx.now)
  const wanted = ready.map((line) => ({ ...line, orderLine: line.id, unit: line.stockUnit, cartLine: asked.get(line.key)?.cartLine ?? null }))
  // Asked for at once; what is wrong with prices or credit is told before what is short.
  const [pricing] = await allOf(
    affordable(priceOrder(ctx, parties, quoted, header.discountMinor ?? 0), parties, credit),
    reserveForOrder(ctx, { seller: tenant, shipComplete: header.shipComplete ?? false, lines: wanted }),
  )
  const id = draft?.id ?? ctx.id()
  insertLines(ctx, { id, tenant }, ready, pricing)
  const { number } = await ctx.number(orderNumbers, parties.seller)
  const columns = { ...partiesOf(parties), ...amountsOf(pricing), number, sharedAt: ctx.now, submittedAt: ctx.now, exposureMinor: pricing.totalMinor }
  if (draft) ctx.transition(orderMachine, 'orders', { ...draft, noun: 'Order' }, 'submit', columns)
  else ctx.insert('orders', { ...tenant, ...headerOf(header), ...columns, id, status: 'submitted', cart: placement.cart ?? null })
  const order = { id, number, totalMinor: pricing.totalMinor, currency: parties.currency }
  // The machine's guard in the database sees one step per statement.
  if (draft) await ctx.flush()
  return { ...order, status: announce(ctx, parties, { ...order, poReference: header.poReference ?? null }) }
}

// What submitted orders have neither billed nor cancelled, kept on the order by `reconsider`.
const PLEDGED = {
  name: 'orders',
  sql: `select coalesce(sum(o.exposure_minor), 0) from orders o where o.organization_id = $1::uuid and o.counterparty_id = $2::uuid and o.exposure_minor > 0`,
}

/** The credit of the two parties under its lock, the first of every transaction that places an order. */
export async function lockPartiesCredit(ctx: Context, { seller, buyer }: Parties): Promise<Credit> {
  return lockCreditFor(ctx, { seller, buyer, pledged: PLEDGED })
}

async function affordable(priced: Promise<Pricing>, { currency }: Parties, credit: Credit): Promise<Pricing> {
  const { limitMinor, receivableMinor, unappliedMinor, pledgedMinor } = credit
  const facts = { unshippedMinor: pledgedMinor, unbilledMinor: 0, receivableMinor, unappliedMinor }
  const pricing = await priced
  mustBeWithinCredit({ limitMinor, facts, documentMinor: pricing.totalMinor, currency })
  return pricing
}

function headerOf({ poReference, requestedOn, note, shipComplete }: Placement['header']): Record<string, unknown> {
  return { poReference: poReference ?? null, requestedOn: requestedOn ?? null, note: note ?? null, shipComplete: shipComplete ?? false }
}

type Announced = { id: string; number: string; totalMinor: number; currency: string; poReference: string | null }

function announce(ctx: Context, parties: Parties, { id, ...order }: Announced): string {
  const { seller, sellerName, buyer, buyerName, buyerSlug } = parties
  const subject = { type: 'orders', id, organization: seller, counterparty: buyer }
  const facts = { ...order, order: id, seller, sellerName, buyer, buyerName, buyerSlug }
  ctx.emit(orderSubmitted, subject, facts)
  if (!settingFrom(autoConfirm, parties.settings)) return 'submitted'
  ctx.update('orders', id, { status: 'confirmed', confirmedAt: ctx.now })
  ctx.emit(orderConfirmed, subject, facts)
  return 'confirmed'
}
