import type { Payload, TypedUser } from 'payload'

import { userOf } from '@/platform/access/strategy'
import { ownerQuery } from '@tests/setup/database'
import { principalFor } from './callers'

/** Master data every headquarters of a test has. */
export type Places = { branch: string; warehouse: string; location: string; units: Record<'PCS' | 'BOX' | 'M', string>; category: string; baseList: string }

/** A function that creates rows through Payload in the name of a person, with that person's rights. */
export async function creatorFor(payload: Payload, email: string): Promise<(collection: string, data: object) => Promise<string>> {
  const user = userOf(await principalFor(payload, email)) as TypedUser
  const create = payload.create.bind(payload) as (args: object) => Promise<{ id: string }>
  return async (collection, data) => (await create({ collection, data, user, overrideAccess: false, depth: 0 })).id
}

/** Branch, warehouse with its default location, units, tax rates, a category and the base price list of an HQ. */
export async function somePlaces(payload: Payload, admin: string, currency: string): Promise<Places> {
  const create = await creatorFor(payload, admin)
  const branch = await create('branches', { code: 'MAIN', name: 'Main branch' })
  const warehouse = await create('warehouses', { code: 'W1', name: 'Main warehouse', branch, priority: 1 })
  const location = await create('storage-locations', { warehouse, code: 'STOCK', name: 'Stock', kind: 'stock', isDefault: true })
  const units = {
    PCS: await create('units', { code: 'PCS', name: 'Piece', dimension: 'count', decimals: 0 }),
    BOX: await create('units', { code: 'BOX', name: 'Box', dimension: 'count', decimals: 0 }),
    M: await create('units', { code: 'M', name: 'Metre', dimension: 'length', decimals: 3 }),
  }
  await create('tax-rates', { name: 'Sales tax', country: 'US', taxClass: 'standard', ratePpm: 80_000 })
  await create('tax-rates', { name: 'VAT', country: 'DE', taxClass: 'standard', ratePpm: 190_000 })
  const category = await create('categories', { name: 'Goods', slug: 'goods' })
  const baseList = await create('price-lists', { code: 'BASE', name: 'Base prices', kind: 'base', currency })
  return { branch, warehouse, location, units, category, baseList }
}

/** Another warehouse of an HQ, of a branch or of none, with its default location. */
export async function aWarehouse(net: { payload: Payload; people: { admin: { email: string } } }, code: string, branch?: string): Promise<{ id: string; location: string }> {
  const create = await creatorFor(net.payload, net.people.admin.email)
  const id = await create('warehouses', { code, name: `Warehouse ${code}`, priority: 9, ...(branch ? { branch } : {}) })
  const [place] = await ownerQuery<{ id: string }>('select id from storage_locations where warehouse_id = $1 and is_default', [id])
  return { id, location: place?.id ?? '' }
}
