import type { Payload } from 'payload'
import type { Pool } from 'pg'
import { acceptInvitation, inviteMember } from '@/domain/identity'
import { createDealer, createHeadquarters } from '@/domain/network'
import { loadOrganization } from '@/platform/access/load-principal'
import { installationPrincipal, systemPrincipal } from '@/platform/access/principal'
import { openSession } from '@/platform/access/sign-in'
import { hashPassword } from '@/platform/password'
import { openToken } from '@/platform/one-time-token'
import { perform } from '@/platform/perform'
import { fillCatalog, fillHistory, fillNetwork, type Sizes } from './bulk'

/** A dealer that the load is driven by. */
export interface Buyer {
  party: string
  slug: string
  address: string
  token: string
}

/** What the measurements need to know of the world. */
export interface World {
  hq: string
  token: string
  warehouse: string
  buyers: Buyer[]
  /** SKUs with plenty of stock. */
  skus: string[]
  variants: number
}

const FACTS = { requestId: 'bench', ip: null, agent: 'bench' }

/** Founds an HQ and its measured dealers through operations and fills the rest by SQL. */
export async function makeWorld(payload: Payload, owner: Pool, sizes: Sizes, { code, measured }: { code: string; measured: number }): Promise<World> {
  const credentials = await hashPassword('bench-password-1')
  const public_ = { payload, principal: installationPrincipal('bench'), facts: FACTS }
  const administrator = { name: 'Bench Admin', email: `admin@${code.toLowerCase()}.example`, credentials }
  const founding = { code, name: `Bench ${code}`, currency: 'USD', zone: 'UTC', locale: 'en-US', administrator }
  const { organization: hq, administrator: admin } = await perform(createHeadquarters, founding, public_)
  const organization = await loadOrganization(owner, hq)
  if (!organization || !admin) throw new Error('The bench has no HQ.')
  const system = { payload, principal: systemPrincipal(organization, 'bench'), facts: FACTS, organization: hq }
  const ids = await places(payload, hq)
  await fillCatalog(owner, { hq, ...ids }, sizes)
  await fillNetwork(owner, { hq, code }, sizes)
  const buyers: Buyer[] = []
  for (let n = 0; n < measured; n += 1) {
    const input = { code: `${code}-M${n}`, name: `Measured ${n}`, activate: true, address: { line1: '1 Way', city: 'Austin', region: 'TX', country: 'US' } }
    const made = await perform(createDealer, input, system)
    const email = `buyer@m${n}.${code.toLowerCase()}.example`
    await perform(inviteMember, { organization: made.party, email, name: `Buyer ${n}`, roles: [{ role: 'dealer-user' }] }, system)
    const { rows } = await owner.query<{ box: string }>(`select data->>'sealedToken' as box from outbox_events where data->>'email' = $1`, [email])
    const { user } = await perform(acceptInvitation, { token: openToken('invite', rows[0]?.box ?? ''), credentials }, public_)
    const { token } = await openSession(payload, user)
    const { rows: slugs } = await owner.query<{ slug: string }>('select slug from organizations where id = $1', [made.party])
    buyers.push({ party: made.party, slug: slugs[0]?.slug ?? '', address: made.address ?? '', token })
  }
  await fillHistory(owner, { hq, buyers: buyers.map((one) => one.party) }, sizes)
  await owner.query('update outbox_events set dispatched_at = now() where dispatched_at is null')
  // What the server's own housekeeping does within a minute.
  await owner.query('vacuum analyze products, variants, product_search, product_words, prices, stock_levels, stock_moves, orders, order_lines, organizations, dealers')
  const skus = Array.from({ length: 40 }, (_, n) => `B${String(n + 1).padStart(6, '0')}`)
  return { hq, token: (await openSession(payload, admin.user)).token, warehouse: ids.warehouse, buyers, skus, variants: sizes.variants }
}

async function places(payload: Payload, hq: string) {
  const create = payload.create.bind(payload) as (args: object) => Promise<{ id: string }>
  const make = async (collection: string, data: object) => (await create({ collection, data: { organization: hq, tree: hq, ...data } })).id
  const warehouse = await make('warehouses', { code: 'W', name: 'Warehouse', priority: 1 })
  return {
    warehouse,
    location: await make('storage-locations', { warehouse, code: 'S', name: 'Stock', kind: 'stock', isDefault: true }),
    unit: await make('units', { code: 'EA', name: 'Each', dimension: 'count', decimals: 0 }),
    category: await make('categories', { name: 'Goods', slug: 'goods' }),
    list: await make('price-lists', { code: 'BASE', name: 'Base', kind: 'base', currency: 'USD' }),
    tax: await make('tax-rates', { name: 'TX', country: 'US', region: 'TX', taxClass: 'standard', ratePpm: 62_500 }),
  }
}
