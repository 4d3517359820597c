import { cartHoldFrom, holdForCart, releaseForCart } from '@/domain/inventory'
import { mustBeActive, partiesFor, type Parties } from '@/domain/sales/parties'
import { mustBeOrderable, quoteLines, type AskedLine, type QuotedLine } from '@/domain/sales/quoting'
import type { CartLineRow, CartRow } from '@/domain/sales/rows'
import { cartHoldMinutes } from '@/domain/sales/settings'
import { refuse } from '@/kernel/errors'
import { boundTo } from '@/platform/access/bound'
import type { Context } from '@/platform/operation'
import { settingFrom } from '@/platform/settings'

/** The open cart of a person, its lines, and whom it buys from. */
export interface OpenCart {
  parties: Parties
  cart: CartRow | null
  lines: CartLineRow[]
}

/**
 * The person's open cart at its seller, for changes: the person's membership is locked, so one person's cart changes
 * one step at a time and there is never a second open cart. Refuses NOT_FOUND when nobody sells to the organization.
 * @param known the parties, where the caller has read them
 */
export async function openCart(ctx: Context, known?: Parties): Promise<OpenCart> {
  const { principal, organization } = ctx
  const membership = principal.memberships.find((one) => one.organization.id === organization.id)
  if (principal.kind !== 'person' || !membership) refuse('INPUT_INVALID', { reason: 'A cart belongs to a person; sign in as one.' })
  await ctx.lockMany('memberships', [membership.id])
  const parties = known ?? (await partiesFor(ctx, { buyer: organization.id, bound: boundTo(principal, organization.id, 'order.submit') }))
  const [cart] = await ctx.find<CartRow>('carts', { organization: organization.id, owner: principal.id, seller: parties.seller, state: 'open' })
  if (!cart) return { parties, cart: null, lines: [] }
  const lines = await ctx.find<CartLineRow>('cart-lines', { cart: cart.id })
  return { parties, cart, lines: lines.filter((line) => line.removedAt === null) }
}

/** The id of the open cart; begins one where there is none. */
export function ensureCart(ctx: Context, open: OpenCart): string {
  if (open.cart) return open.cart.id
  const { organization, principal } = ctx
  const { id, tree } = organization
  const [branch = null] = boundTo(principal, id, 'cart.write') ?? []
  return ctx.insert('carts', { organization: id, tree, branch, seller: open.parties.seller, owner: principal.id, state: 'open' })
}

/** Puts a checked quantity of a variant into the cart: a line of its own or one that is there; answers the line's id. */
export function putLine(ctx: Context, open: OpenCart, cart: string, line: QuotedLine): string {
  const known = open.lines.find((one) => one.variant === line.variant && one.unit === line.unit)
  if (known) {
    ctx.update('cart-lines', known.id, { quantity: line.orderQuantity })
    return known.id
  }
  const { id: organization, tree } = ctx.organization
  return ctx.insert('cart-lines', { organization, tree, cart, variant: line.variant, unit: line.unit, quantity: line.orderQuantity })
}

/** A line of the open cart, or NOT_FOUND. */
export function mustBeInCart(open: OpenCart, id: string): CartLineRow {
  return open.lines.find((line) => line.id === id) ?? refuse('NOT_FOUND', { noun: 'The line' })
}

/** How cart lines are checked and priced. */
export function askedLines(lines: readonly CartLineRow[]): AskedLine[] {
  return lines.map(({ id, variant, unit, quantity }) => ({ key: id, ref: { variant }, unit, quantity }))
}

/** Checks and prices one line, or refuses it with its sentence. */
export async function mustQuote(ctx: Context, parties: Parties, line: AskedLine): Promise<QuotedLine> {
  mustBeActive(parties)
  const [quoted] = mustBeOrderable(await quoteLines(ctx, parties, [line]))
  return quoted ?? refuse('NOT_FOUND', { noun: 'The product' })
}

/**
 * Keeps what the cart holds in step with a change of it. A change ends an opened checkout and gives its goods back;
 * where the setting inventory.cartHoldFrom says `cart`, the whole cart is held anew.
 */
export async function keepHolds(ctx: Context, open: OpenCart): Promise<void> {
  const holdsFromCart = settingFrom(cartHoldFrom, open.parties.settings) === 'cart'
  if (!open.cart?.checkoutAt && !holdsFromCart) return
  await releaseForCart(ctx, open.lines.map((line) => line.id))
  if (open.cart?.checkoutAt) ctx.update('carts', open.cart.id, { checkoutAt: null })
  if (!holdsFromCart) return
  await ctx.flush()
  const now = await openCart(ctx)
  await holdLines(ctx, now, mustBeOrderable(await quoteLines(ctx, now.parties, askedLines(now.lines))))
}

/** Holds the goods of cart lines for as long as the setting says (S2); answers until when. Refuses STOCK_SHORT. */
export async function holdLines(ctx: Context, { parties }: OpenCart, lines: readonly QuotedLine[]): Promise<Date> {
  const minutes = settingFrom(cartHoldMinutes, parties.settings)
  const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000)
  const seller = { organization: parties.seller, tree: parties.tree }
  await holdForCart(ctx, { seller, expiresAt, lines: lines.map((line) => ({ ...line, cartLine: line.key, unit: line.stockUnit })) })
  return expiresAt
}
