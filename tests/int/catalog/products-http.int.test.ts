import { beforeAll, describe, expect, test } from '@jest/globals'

import { createDealer, updateDealer } from '@/domain/network'
import { perform } from '@/platform/perform'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { creatorFor } from '@tests/builders/places'
import { ownerQuery } from '@tests/setup/database'

type Doc = { id: string; revision: number; name: string; slug: string; variants: { id: string; sku: string; name: string }[]; custom?: object | null }
type Body<T = Doc> = { data: T; meta: Record<string, unknown>; error: { code: string; message: string; details: { path?: string; message: string }[] } }

let net: Network
let hq: string
let dealer: string

const call = <T = Doc>(token: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  send<Body<T>>(net.payload, method, `/api/v1${path}`, { token, headers, ...(body === undefined ? {} : { body }) })

async function tokenOf(email: string): Promise<string> {
  const { body } = await send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/auth/login', { body: { email, password: PASSWORD } })
  return body.data.token
}

beforeAll(async () => {
  net = await aNetwork()
  hq = await tokenOf(net.people.content.email)
  dealer = await tokenOf(net.d1.buyer.email)
})

let made = 0
function aProduct(more: object = {}) {
  made += 1
  const variants = [{ sku: `P-${made}-A`, stockUnit: net.units.PCS }, { sku: `P-${made}-B`, stockUnit: net.units.PCS, name: `Second ${made}` }]
  return { name: `Product No. ${made}`, category: net.category, status: 'active', variants, ...more }
}

describe('products over /api/v1', () => {
  test('are created with their variants, read, changed with If-Match, archived and deleted', async () => {
    const created = await call(hq, 'POST', '/products', aProduct({ specs: [{ name: 'Length', value: '7 m' }] }))
    expect([created.status, created.body.data.slug, created.body.data.variants.map((one) => one.name)]).toEqual([201, 'product-no-1', ['Product No. 1', 'Second 1']])
    const { id } = created.body.data
    const read = await call(hq, 'GET', `/products/${id}`)
    expect([read.status, read.headers.get('etag'), read.body.data.variants.length]).toEqual([200, '"1"', 2])
    const changed = await call(hq, 'PATCH', `/products/${id}`, { name: 'Renamed' }, { 'if-match': '"1"' })
    expect([changed.status, changed.body.data.name, changed.headers.get('etag')]).toEqual([200, 'Renamed', '"2"'])
    const stale = await call(hq, 'PATCH', `/products/${id}`, { name: 'Too late' }, { 'if-match': '"1"' })
    expect([stale.status, stale.body.error.code]).toEqual([409, 'STALE_REVISION'])
    expect((await call(hq, 'PUT', `/products/${id}`, { revision: 2, description: 'Short' })).status).toBe(200)
    expect((await call(hq, 'DELETE', `/products/${id}`)).status).toBe(204)
    expect((await call(hq, 'GET', `/products/${id}`)).status).toBe(404)
  })

  test.each([
    [{ surprise: 1 }, 'surprise'],
    [{ name: '' }, 'name'],
    [{ variants: [] }, 'variants'],
    [{ category: 'nowhere' }, 'category'],
    [{ status: 'sold' }, 'status'],
    [{ tree: 'x' }, 'tree'],
  ])('refuse %j with one sentence and the field', async (more, path) => {
    const { status, body } = await call(hq, 'POST', '/products', aProduct(more))
    expect([status, body.error.code, body.error.details[0]?.path]).toEqual([400, 'INPUT_INVALID', path])
  })

  test('a taken SKU undoes the product too', async () => {
    const first = await call(hq, 'POST', '/products', aProduct())
    const sku = first.body.data.variants[0]!.sku
    const second = await call(hq, 'POST', '/products', aProduct({ name: 'Half done', variants: [{ sku: 'FREE-1', stockUnit: net.units.PCS }, { sku, stockUnit: net.units.PCS }] }))
    expect([second.status, second.body.error.code]).toEqual([409, 'CONFLICT'])
    expect((await call<Doc[]>(hq, 'GET', '/products?q=half')).body.data).toEqual([])
    expect((await call<Doc[]>(hq, 'GET', '/variants?sku=FREE-1')).body.data).toEqual([])
  })

  test('what was priced or moved cannot be deleted, and it is said what to do', async () => {
    const { product } = await net.aVariant({ stock: 3 })
    const { status, body } = await call(hq, 'DELETE', `/products/${product}`)
    expect([status, body.error.code, body.error.message]).toEqual([409, 'RELATED_ROWS', 'The product is used by other records and cannot be deleted; archive it instead.'])
    expect((await call(hq, 'PATCH', `/products/${product}`, { status: 'archived', archivedAt: '2026-11-20T12:00:00Z' })).status).toBe(200)
    expect((await call(hq, 'PATCH', `/products/${product}`, { status: 'active', archivedAt: null })).status).toBe(200)
  })

  test('a dealer sees them for sale and changes nothing; another tree finds nothing', async () => {
    const { product, sku, id } = await net.aVariant({ stock: 3, price: 5_000_000 })
    const page = await call<{ variants: { sku: string; breaks: object[]; warehouses: object[] }[] }>(dealer, 'GET', `/products/${product}`)
    expect(page.body.data.variants).toMatchObject([{ sku, unitPriceMicro: 5_000_000, available: '3', breaks: [{ minimumQuantity: '1' }], warehouses: [{ code: 'W1', available: '3' }] }])
    expect((await call(dealer, 'PATCH', `/products/${product}`, { name: 'Mine' })).status).toBe(403)
    expect((await call(dealer, 'POST', '/products', aProduct())).status).toBe(403)
    expect((await call(dealer, 'GET', '/price-lists')).status).toBe(403)
    expect((await call<object[]>(dealer, 'GET', `/products/${product}/inventory`)).body.data).toMatchObject([{ sku, available: '3' }])
    expect((await call(dealer, 'GET', `/inventory/${id}`)).body.data).toMatchObject({ sku, available: '3' })
    const other = await aNetwork()
    const foreign = await tokenOf(other.people.admin.email)
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const { status, body } = await call(foreign, method, `/products/${product}`, method === 'PATCH' ? { name: 'Mine' } : undefined)
      expect([method, status, body.error.message]).toEqual([method, 404, 'The product was not found.'])
    }
  })

  test('search answers currency, facets and what was looked for instead', async () => {
    await call(hq, 'POST', '/products', aProduct({ name: 'Stainless Winch' }))
    const found = await call<Doc[]>(dealer, 'GET', '/products/search?q=stainles%20winsch&facets=true&limit=5')
    expect([found.status, found.body.data.length, found.body.meta['correctedTo'], found.body.meta['currency']]).toEqual([200, 1, 'stainles winch', 'USD'])
    expect(found.body.meta['facets']).toMatchObject({ isCapped: false })
    expect((await call<Doc[]>(dealer, 'GET', '/categories/goods/products?q=stainless')).body.data).toHaveLength(1)
    expect((await call(dealer, 'GET', '/categories/nowhere/products')).status).toBe(404)
    expect((await call(dealer, 'GET', '/products/search?surprise=1')).status).toBe(400)
  })
})

describe('inventory over /api/v1', () => {
  test('levels, card, low stock and locations for the warehouse; nothing is reserved without a cart', async () => {
    const token = await tokenOf(net.people.warehouse.email)
    const { sku, id } = await net.aVariant({ stock: 3 })
    const levels = await call<{ id: string }[]>(token, 'GET', `/inventory?q=${sku}`)
    expect(levels.body.data).toMatchObject([{ sku, onHand: '3', free: '3' }])
    expect((await call(token, 'GET', `/inventory/${levels.body.data[0]!.id}`)).body.data).toMatchObject({ sku })
    expect((await call(token, 'POST', '/inventory/adjust', { sku, warehouse: net.warehouse, quantity: -1, reason: 'broken' })).body.data).toMatchObject({ onHand: '2' })
    expect((await call<object[]>(token, 'GET', `/inventory/card/${id}`)).body.data).toMatchObject([{ balance: '2' }, { balance: '3' }])
    expect((await call<object[]>(token, 'GET', '/inventory/locations')).body.data).toMatchObject([{ code: 'W1' }])
    expect((await call<object[]>(token, 'GET', '/inventory/low-stock')).status).toBe(200)
    expect((await call<object[]>(token, 'GET', '/inventory/transactions?limit=1')).body.meta).toMatchObject({ hasMore: true })
    const reserve = await call(token, 'POST', '/inventory/reserve', { sku, quantity: 1 })
    expect([reserve.status, reserve.headers.get('allow'), reserve.body.error.code]).toEqual([405, 'GET', 'METHOD_NOT_ALLOWED'])
    expect(reserve.body.error.message).toContain('/api/v1/cart/open-checkout')
    expect((await call<object[]>(dealer, 'GET', `/inventory?q=${sku}`)).body.data).toMatchObject([{ sku, available: '2' }])
    expect((await call(dealer, 'POST', '/inventory/adjust', { sku, warehouse: net.warehouse, quantity: 1, reason: 'more' })).status).toBe(403)
  })
})

describe('custom fields', () => {
  test('are typed, required where HQ says so, and unknown ones are refused', async () => {
    const field = (more: object) => call(hq, 'POST', '/custom-fields', { collection: 'products', type: 'text', ...more })
    expect((await field({ key: 'origin', label: 'Origin', type: 'choice', choices: ['EU', 'Asia'], isRequired: true })).status).toBe(201)
    expect((await field({ key: 'launch', label: 'Launch', type: 'day' })).status).toBe(201)
    expect((await field({ key: 'empty', label: 'Empty', type: 'choice' })).status).toBe(400)
    expect((await field({ key: 'origin', label: 'Again' })).status).toBe(409)
    const custom = async (values: object | undefined) => (await call(hq, 'POST', '/products', aProduct(values ? { custom: values } : {}))).body
    expect((await custom(undefined)).error.message).toBe('custom.origin: Origin is needed.')
    expect((await custom({ origin: 'Moon' })).error.message).toBe('custom.origin: must be one of EU, Asia.')
    expect((await custom({ origin: 'EU', launch: '2026-02-30' })).error.details).toEqual([{ path: 'custom.launch', message: 'must be a day like 2026-07-01' }])
    expect((await custom({ origin: 'EU', colour: 'red' })).error.details).toEqual([{ path: 'custom.colour', message: 'is not a field here' }])
    const { data } = await custom({ origin: 'EU', launch: '2026-02-28' })
    expect(data.custom).toEqual({ origin: 'EU', launch: '2026-02-28' })
    expect((await call(hq, 'PATCH', `/products/${data.id}`, { name: 'Other name' })).body.data.custom).toEqual(data.custom)
  })

  test('dealers carry them too, through their operations', async () => {
    const admin = await net.caller(net.people.admin)
    const create = await creatorFor(net.payload, net.people.admin.email)
    await create('custom-fields', { collection: 'dealers', key: 'showroom', label: 'Showroom', type: 'yes-no' })
    const { dealer } = await perform(createDealer, { code: 'CUST', name: 'Custom Dealer', custom: { showroom: true } }, admin)
    expect(await ownerQuery('select custom from dealers where id = $1', [dealer])).toEqual([{ custom: { showroom: true } }])
    await expect(perform(updateDealer, { id: dealer, custom: { showroom: 'maybe' } }, admin)).rejects.toMatchObject({ message: 'custom.showroom: must be true or false.' })
    await perform(updateDealer, { id: dealer, custom: null }, admin)
    expect(await ownerQuery('select custom from dealers where id = $1', [dealer])).toEqual([{ custom: null }])
  })
})
