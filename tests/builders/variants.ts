import type { Payload } from 'payload'

import { openStock } from '@/domain/inventory'
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
  if (stock !== undefined) await putStock(payload, hq, { variant: id, stock: String(stock) })
  return { id, product, sku: code, price: row }
}

/** Opening stock in a location of a headquarters. */
export async function putStock(
  payload: Payload,
  { organization, location }: { organization: string; location: string },
  { variant, stock }: { variant: string; stock: string },
): Promise<void> {
  await perform(openStock, { rows: [{ variant, location, quantity: stock }] }, await systemOf(payload, organization))
}
