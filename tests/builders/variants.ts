import type { Payload } from 'payload'
import { z } from 'zod'

import { ensureLevels, lockLevels, postMoves } from '@/domain/inventory'
import { businessDay } from '@/kernel/period'
import { quantity } from '@/kernel/quantity'
import { defineOperation } from '@/platform/operation'
import { perform } from '@/platform/perform'
import { systemOf } from './callers'
import { creatorFor, type Places } from './places'

/** What a variant is to be like: `price` is a unit price in micro-units (null: none), `stock` a quantity as text. */
export type VariantWish = {
  sku?: string
  price?: number | null
  stock?: string | number
  unit?: 'PCS' | 'BOX' | 'M'
  status?: 'draft' | 'active' | 'discontinued' | 'archived'
  [field: string]: unknown
}

export type Variant = { id: string; product: string; sku: string; price: string | null }

let made = 0

/** Creates product, variant, base price and stock; see `aVariant` of the network. */
export async function makeVariant(
  payload: Payload,
  hq: Places & { admin: string; organization: string },
  { sku, price = 10_000_000, stock, unit = 'PCS', status = 'active', ...more }: VariantWish = {},
): Promise<Variant> {
  made += 1
  const code = sku ?? `SKU-${made}`
  const create = await creatorFor(payload, hq.admin)
  const name = `Product ${code}`
  const product = await create('products', { name, slug: `${code.toLowerCase()}-${made}`, category: hq.category, status })
  const id = await create('variants', { product, sku: code, name, stockUnit: hq.units[unit], taxClass: 'standard', status, ...more })
  const row = price === null ? null : await create('prices', { list: hq.baseList, variant: id, minimumQuantity: 1, unitPriceMicro: price })
  if (stock !== undefined) await putStock(payload, hq, { variant: id, sku: code, unit, stock: String(stock) })
  return { id, product, sku: code, price: row }
}

/** Posts opening stock in the main warehouse's default location. */
export async function putStock(
  payload: Payload,
  { organization, location }: { organization: string; location: string },
  input: { variant: string; sku: string; unit: string; stock: string },
): Promise<void> {
  await perform(openingStock, { ...input, location }, await systemOf(payload, organization))
}

const openingStock = defineOperation({
  name: 'test.opening-stock',
  permission: null,
  scope: 'organization',
  summary: 'Opening stock of a test',
  input: z.strictObject({ variant: z.string(), sku: z.string(), unit: z.string(), stock: z.string(), location: z.string() }),
  run: async (ctx, { variant, sku, unit, stock, location }) => {
    const holder = { organization: ctx.organization.id, tree: ctx.organization.tree }
    await ensureLevels(ctx, holder, [{ variant, location }])
    const levels = await lockLevels(ctx, holder.organization, [variant])
    const level = levels.find((one) => one.location === location)
    if (!level) throw new Error('The level is missing.')
    const moves = [{ level, variant, sku, unit, quantity: quantity(stock) }]
    const cause = { type: 'tests', id: ctx.id() }
    await postMoves(ctx, { holder, kind: 'opening', moves, cause, on: businessDay(ctx.now, ctx.organization.zone), levels })
    return null
  },
})
