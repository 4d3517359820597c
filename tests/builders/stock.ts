import { z } from 'zod'

import { holdForCart, releaseForCart, releaseForOrderLines, reserveForOrder, shipStock } from '@/domain/inventory'
import { QuantityInput, toText, type Quantity } from '@/kernel/quantity'
import { defineOperation, type Context, type Tenant } from '@/platform/operation'
import { ownerQuery } from '@tests/setup/database'

const Line = z.strictObject({
  variant: z.string(),
  sku: z.string(),
  quantity: QuantityInput,
  unit: z.string().default('PCS'),
  backorder: z.enum(['none', 'allowed']).default('none'),
  cartLine: z.string().optional(),
})

/** An order as far as stock is concerned: a row of order and lines, reserved in the same transaction. */
export const orderGoods = defineOperation({
  name: 'test.order-goods',
  permission: null,
  scope: 'organization',
  summary: 'Reserve goods for an order of a test',
  input: z.strictObject({ buyer: z.string(), lines: z.array(Line), shipComplete: z.boolean().default(false) }),
  run: async (ctx, { buyer, lines, shipComplete }) => {
    const seller = { organization: ctx.organization.id, tree: ctx.organization.tree, counterparty: buyer }
    const order = ctx.insert('orders', { ...seller, status: 'draft', currency: 'USD', buyerName: 'Test' })
    const wanted = lines.map((line, index) => ({ ...line, orderLine: insertLine(ctx, { ...seller, order, lineNo: index + 1 }, line) }))
    const { backordered } = await reserveForOrder(ctx, { seller, shipComplete, lines: wanted })
    return { order, lines: wanted.map((line) => line.orderLine), backordered: backordered.map((one) => ({ ...one, quantity: toText(one.quantity) })) }
  },
})

/** A cart line of a buyer that holds its goods until `expiresAt`; `cartLine` holds again. */
export const holdGoods = defineOperation({
  name: 'test.hold-goods',
  permission: null,
  scope: 'organization',
  summary: 'Hold goods for a cart of a test',
  input: z.strictObject({ ...Line.shape, buyer: z.string(), owner: z.string(), expiresAt: z.coerce.date() }),
  run: async (ctx, { buyer, owner, expiresAt, ...line }) => {
    const seller = { organization: ctx.organization.id, tree: ctx.organization.tree }
    const cartLine = line.cartLine ?? insertCartLine(ctx, { organization: buyer, tree: seller.tree, owner, seller: seller.organization }, line)
    await holdForCart(ctx, { seller, expiresAt, lines: [{ ...line, cartLine }] })
    return { cartLine }
  },
})

/** Ships a quantity of an order line from a warehouse. */
export const shipGoods = defineOperation({
  name: 'test.ship-goods',
  permission: null,
  scope: 'organization',
  summary: 'Ship goods of an order of a test',
  input: z.strictObject({ ...Line.shape, warehouse: z.string(), orderLine: z.string() }),
  run: async (ctx, { warehouse, ...line }) => {
    const seller = { organization: ctx.organization.id, tree: ctx.organization.tree }
    await shipStock(ctx, { seller, warehouse, lines: [line], cause: { type: 'shipments', id: ctx.id() }, on: '2026-11-20' })
    return null
  },
})

/** Releases what an order line or a cart line has. */
export const releaseGoods = defineOperation({
  name: 'test.release-goods',
  permission: null,
  scope: 'organization',
  summary: 'Release goods of a test',
  input: z.strictObject({ orderLine: z.string().optional(), cartLine: z.string().optional(), quantity: QuantityInput.optional() }),
  run: async (ctx, { orderLine, cartLine, quantity }) => {
    if (cartLine) await releaseForCart(ctx, [cartLine])
    if (!orderLine) return { released: '0' }
    const released = await releaseForOrderLines(ctx, [{ orderLine, quantity: quantity ?? 'all' }])
    return { released: toText(released.get(orderLine) ?? (0n as Quantity)) }
  },
})

/** On hand, reserved and Σ open reservations of a variant, as whole texts; `agrees` says that level and reservations do. */
export async function stockOf(variant: string): Promise<{ onHand: number; reserved: number; promised: number; moved: number }> {
  const [row] = await ownerQuery<{ onHand: number; reserved: number; promised: number; moved: number }>(
    `select coalesce(sum(on_hand), 0)::float8 as "onHand", coalesce(sum(reserved), 0)::float8 as reserved,
       (select coalesce(sum(quantity), 0)::float8 from reservations where variant_id = $1 and state in ('held', 'firm')) as promised,
       (select coalesce(sum(quantity), 0)::float8 from stock_moves where variant_id = $1) as moved
     from stock_levels where variant_id = $1`,
    [variant],
  )
  if (!row) throw new Error('There is no answer.')
  return row
}

type LineInput = z.output<typeof Line>

function insertLine(ctx: Context, parent: Tenant & { order: string; lineNo: number }, line: LineInput): string {
  return ctx.insert('order-lines', {
    ...parent,
    ...{ variant: line.variant, sku: line.sku, name: line.sku, unit: line.unit, stockUnit: line.unit, taxClass: 'standard' },
    ...{ orderQuantity: line.quantity, quantity: line.quantity, backorder: line.backorder },
    ...{ unitPriceMicro: 0, netMinor: 0, taxMinor: 0, grossMinor: 0 },
  })
}

function insertCartLine(ctx: Context, { owner, seller, ...tenant }: Tenant & { owner: string; seller: string }, line: LineInput): string {
  const cart = ctx.insert('carts', { ...tenant, owner, seller, name: 'Test', state: 'abandoned' })
  return ctx.insert('cart-lines', { ...tenant, cart, variant: line.variant, unit: line.unit, quantity: line.quantity })
}
