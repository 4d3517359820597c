import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import type { Variant } from '@tests/builders/variants'

type Facts = { id: string; number: string; line: string; lines: { id: string }[] }
type Told<T> = { data: T; meta: Record<string, unknown>; error: { code: string; message: string; details: { path?: string; message: string }[] } }

let net: Network
let ball: Variant
let tokens: Record<'buyer' | 'other' | 'sales' | 'warehouse', string>

beforeAll(async () => {
  net = await aNetwork()
  ball = await net.aVariant({ sku: 'BALL-1', price: 2_000_000, stock: 500 })
  const [buyer, other, sales, warehouse] = await Promise.all([net.d1.buyer, net.d2.buyer, net.people.sales, net.people.warehouse].map((person) => tokenOf(person.email)))
  tokens = { buyer: buyer ?? '', other: other ?? '', sales: sales ?? '', warehouse: warehouse ?? '' }
})

async function tokenOf(email: string): Promise<string> {
  const { body } = await send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/auth/login', { body: { email, password: PASSWORD } })
  return body.data.token
}

async function ask<T = Facts>(who: keyof typeof tokens, method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  return send<Told<T>>(net.payload, method, `/api/v1${path}`, { token: tokens[who], headers, ...(body ? { body } : {}) })
}

async function placed(quantity = 1): Promise<Facts> {
  return (await ask('buyer', 'POST', '/orders', { lines: [{ sku: ball.sku, quantity }] })).body.data
}

describe('the cart over /api/v1', () => {
  it('is filled, read, changed, checked out and emptied', async () => {
    const added = await ask('buyer', 'POST', '/cart/items', { sku: ball.sku, quantity: 3 })
    expect(added).toMatchObject({ status: 201, body: { data: { line: expect.any(String) } } })
    const line = added.body.data.line
    expect(await ask('buyer', 'PATCH', `/cart/items/${line}`, { quantity: 5 })).toMatchObject({ status: 200 })
    expect(await ask('buyer', 'GET', '/cart')).toMatchObject({ body: { data: { totalMinor: 1080, lines: [{ sku: 'BALL-1', quantity: '5', problem: null }] } } })
    expect(await ask('buyer', 'POST', '/cart/open-checkout', {})).toMatchObject({ status: 200, body: { data: { heldUntil: expect.any(String) } } })
    const ordered = await ask('buyer', 'POST', '/cart/checkout', { poReference: 'PO-HTTP' }, { 'idempotency-key': 'checkout-1' })
    expect(ordered).toMatchObject({ status: 201, body: { data: { status: 'submitted' } } })
    expect((await ask('buyer', 'POST', '/cart/checkout', { poReference: 'PO-HTTP' }, { 'idempotency-key': 'checkout-1' })).body).toEqual(ordered.body)
    expect(await ask('buyer', 'POST', '/cart/paste-lines', { text: 'BALL-1 4' })).toMatchObject({ status: 200, body: { data: { added: 1 } } })
    const { body } = await ask('buyer', 'GET', '/cart')
    const [kept] = body.data.lines
    expect(await ask('buyer', 'DELETE', `/cart/items/${kept?.id ?? ''}`)).toMatchObject({ status: 200 })
    expect(await ask('buyer', 'DELETE', '/cart')).toMatchObject({ status: 200 })
    expect(await ask('buyer', 'POST', '/cart/checkout', {})).toMatchObject({ status: 422, body: { error: { code: 'CART_EMPTY' } } })
  })

  it.each([
    [{ sku: 'BALL-1' }, 'quantity'],
    [{ sku: 'BALL-1', quantity: 0 }, 'quantity'],
    [{ sku: 'BALL-1', quantity: 1, price: 1 }, 'price'],
  ])('refuses %j with the field', async (body, path) => {
    expect(await ask('buyer', 'POST', '/cart/items', body)).toMatchObject({ status: 400, body: { error: { code: 'INPUT_INVALID', details: [{ path }] } } })
  })
})

describe('orders over /api/v1', () => {
  it('go from a program to the buyer’s hands, with tracking and invoice', async () => {
    const { id, number } = await placed(2)
    expect(await ask('buyer', 'GET', '/orders?status=submitted&limit=5')).toMatchObject({ status: 200, body: { meta: { limit: 5, total: expect.any(Number) }, data: expect.arrayContaining([expect.objectContaining({ id, number })]) } })
    expect(await ask('buyer', 'POST', `/orders/${id}/confirm`, {})).toMatchObject({ status: 403 })
    expect(await ask('other', 'GET', `/orders/${id}`)).toMatchObject({ status: 404, body: { error: { message: 'The order was not found.' } } })
    expect(await ask('sales', 'POST', `/orders/${id}/confirm`, {})).toMatchObject({ status: 200, body: { data: { status: 'confirmed' } } })
    expect(await ask('sales', 'POST', `/orders/${id}/confirm`, {})).toMatchObject({ status: 409, body: { error: { code: 'STATE_REFUSED' } } })
    const shipped = await ask('warehouse', 'POST', `/orders/${id}/ship`, { warehouse: net.warehouse, carrier: 'UPS', trackingNumber: '1Z' })
    expect(shipped).toMatchObject({ status: 200, body: { data: { orderStatus: 'shipped' } } })
    expect(await ask('buyer', 'GET', `/orders/${id}/tracking`)).toMatchObject({ body: { data: { status: 'shipped', shipments: [{ trackingNumber: '1Z' }], open: [] } } })
    expect(await ask('buyer', 'GET', `/orders/${id}/invoice`)).toMatchObject({ status: 404, body: { error: { message: `An invoice of order ${number} was not found.` } } })
    await drainJobs(net.payload)
    expect(await ask('buyer', 'GET', `/orders/${id}/invoice`)).toMatchObject({ status: 200, body: { data: { number: expect.stringMatching(/^INV-/), totalMinor: 432, pdf: expect.stringContaining('/pdf') } } })
    const shipment = shipped.body.data.id
    expect(await ask('buyer', 'GET', `/shipments/${shipment}`)).toMatchObject({ body: { data: { isBilled: true, lines: [{ sku: 'BALL-1', quantity: '2' }] } } })
    expect(await ask('other', 'GET', `/shipments/${shipment}`)).toMatchObject({ status: 404 })
    expect(await ask('buyer', 'POST', `/shipments/${shipment}/confirm-receipt`, {})).toMatchObject({ body: { data: { orderStatus: 'delivered' } } })
    const timeline = (await ask<{ name: string }[]>('buyer', 'GET', `/orders/${id}/timeline`)).body.data
    expect(timeline.map((one) => one.name)).toEqual(expect.arrayContaining(['order.submitted', 'order.confirmed']))
  })

  it('are drafted by HQ after a quote, submitted, and deleted only as a draft', async () => {
    const lines = encodeURIComponent(JSON.stringify([{ key: 'a', variant: ball.id, quantity: '3' }, { key: 'b', variant: net.d1.party, quantity: '1' }]))
    expect(await ask('sales', 'GET', `/orders/quote?dealer=${net.d1.dealer}&lines=${lines}`)).toMatchObject({
      status: 200,
      body: { data: { currency: 'USD', netMinor: 600, lines: [{ key: 'a', unitPriceMicro: 2_000_000, netMinor: 600 }, { key: 'b', problem: 'The product was not found.' }] } },
    })
    const drafted = await ask('sales', 'POST', '/orders/draft', { dealer: net.d1.dealer, lines: [{ variant: ball.id, quantity: '3' }] })
    expect(drafted.status).toBe(201)
    const id = drafted.body.data.id
    expect(await ask('sales', 'POST', `/orders/${id}/lines`, { sku: ball.sku, quantity: 1 })).toMatchObject({ status: 201 })
    expect(await ask('sales', 'PATCH', `/orders/${id}`, { note: 'Please hurry.' })).toMatchObject({ status: 200 })
    expect(await ask('buyer', 'GET', `/orders/${id}`)).toMatchObject({ status: 404 })
    expect(await ask('sales', 'POST', `/orders/${id}/submit`, {})).toMatchObject({ status: 200, body: { data: { status: 'submitted', totalMinor: 864 } } })
    expect(await ask('sales', 'DELETE', `/orders/${id}`)).toMatchObject({ status: 409, body: { error: { message: expect.stringContaining('use cancel') } } })
    const actions = (await ask<{ verb: string; allowed: boolean }[]>('sales', 'GET', `/orders/${id}/actions`)).body.data
    expect(actions.filter((one) => one.allowed).map((one) => one.verb)).toEqual(['confirm', 'cancel', 'cancel-line', 'annotate'])
    const second = await ask('sales', 'POST', '/orders/draft', { dealer: net.d1.dealer })
    expect(await ask('sales', 'DELETE', `/orders/${second.body.data.id}`)).toMatchObject({ status: 200 })
  })

  it('are listed per dealer for HQ, for the dealer itself and for nobody else', async () => {
    await placed()
    expect((await ask('sales', 'GET', `/dealers/${net.d1.dealer}/orders?limit=1`)).body).toMatchObject({ data: [{ buyer: net.d1.party }], meta: { hasMore: true } })
    expect(await ask('buyer', 'GET', `/dealers/${net.d1.party}/orders`)).toMatchObject({ status: 200 })
    expect(await ask('other', 'GET', `/dealers/${net.d1.dealer}/orders`)).toMatchObject({ status: 404 })
  })

  it('name every line at fault', async () => {
    const { status, body } = await ask('buyer', 'POST', '/orders', { lines: [{ sku: 'NOPE', quantity: 1 }, { sku: ball.sku, quantity: '0.5' }] })
    expect([status, body.error.details.map((one) => one.path)]).toEqual([404, ['lines.0', 'lines.1']])
    expect(await ask('buyer', 'POST', '/orders', { lines: [] })).toMatchObject({ status: 400 })
    expect(await ask('buyer', 'POST', '/orders', { lines: [{ sku: ball.sku, quantity: 100_000 }] })).toMatchObject({ status: 409, body: { error: { code: 'STOCK_SHORT' } } })
  })
})
