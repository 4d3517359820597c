import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { fulfilFloor, listFloor, orderFloor, pageFloor, pickFive, placeBySql, searchFloor } from './floors'
import { request } from './http'
import { throughputLine, type Line } from './line'
import { load, spread } from './load'
import type { Buyer, World } from './world'

export interface Bench {
  port: number
  pool: Pool
  world: World
  /** a second network with few goods, for the search */
  few: World
  seconds: number
}

/** W1: an order of five lines, priced, taxed, reserved, numbered, with a key. */
export async function orders({ port, pool, world, seconds }: Bench): Promise<Line[]> {
  const lines: Line[] = []
  for (const clients of [1, 8, 32]) {
    const ours = await load(clients, seconds, async (client) => (await place(port, world, buyerOf(world, client))) !== null)
    const target = clients === 1 ? 'p50 6 ms' : '250/s, never below 100'
    lines.push(throughputLine(`W1 order of 5 lines, ${of(clients)}`, ours, await orderFloor(pool, clients, seconds), target))
  }
  return lines
}

/** W2: ship, invoice and pay, on orders placed and confirmed before the clock runs. */
export async function fulfil({ port, pool, world, seconds }: Bench): Promise<Line[]> {
  const lines: Line[] = []
  for (const clients of [1, 8]) {
    const waiting = await confirmedOrders(port, world, clients * 20 * Math.ceil(seconds))
    const ours = await spread(clients, waiting, (one) => ship(port, world, one))
    const target = clients === 1 ? 'p50 15 ms' : '120/s, never below 60'
    lines.push(throughputLine(`W2 ship, invoice, payment, ${of(clients)}`, ours, await fulfilFloor(pool, clients, seconds), target))
  }
  return lines
}

/** W3: the newest twenty orders of a dealer. */
export async function lists({ port, pool, world, seconds }: Bench): Promise<Line[]> {
  const lines: Line[] = []
  for (const clients of [1, 16]) {
    const ours = await load(clients, seconds, async (client) => (await request(port, 'GET', '/orders?limit=20&count=false', { token: buyerOf(world, client).token })).status === 200)
    const target = clients === 1 ? 'p50 3 ms' : '800/s, never below 400'
    lines.push(throughputLine(`W3 20 newest orders, ${of(clients)}`, ours, await listFloor(pool, world, clients, seconds), target))
  }
  return lines
}

const QUERIES = ['q=steel', 'q=brake%20ax', 'q=B0012', 'q=coper', 'q=battery', 'q=pump%20valve', 'q=B00', 'q=awnin']
const WORDS = ['steel', 'brake & ax:*', 'b0012:*', 'copper', 'battery', 'pump & valve', 'b00:*', 'awnin:*']
const SHELVES = { 'a category': 'category=goods', 'what is in stock': 'inStock=true', 'the cheapest first': 'sort=price' } as const
const ORDERS: Record<string, string> = { 'the cheapest first': 'x.unit_price_micro' }

/** W4: words, prefixes and typing errors, own price and availability in the row; then shelves and the price as the order. */
export async function searches({ port, pool, world, few, seconds }: Bench): Promise<Line[]> {
  const lines: Line[] = []
  const find = async (where: World, queries: readonly string[], clients: number) =>
    load(clients, seconds, async (client, round) => {
      const path = `/products/search?${queries[(client + round) % queries.length] ?? ''}`
      const { status, body } = await request(port, 'GET', path, { token: buyerOf(where, client).token })
      return status === 200 && Array.isArray(body.data) && body.data.length > 0
    })
  for (const [where, target] of [[few, '600/s'], [world, '350/s, never below 150']] as const) {
    const floor = await searchFloor(pool, where, 16, seconds, WORDS)
    lines.push(throughputLine(`W4 search of ${where.variants} variants, 16 clients`, await find(where, QUERIES, 16), floor, target))
  }
  for (const [name, query] of Object.entries(SHELVES)) {
    const floor = await pageFloor(pool, world, 16, seconds, ORDERS[name] ?? 's.name_key')
    lines.push(throughputLine(`W4 ${name} of ${world.variants} variants, 16 clients`, await find(world, [query], 16), floor, 'not slow'))
  }
  return lines
}

/** W5: many buyers of few pieces at one moment; exactly as many as there are may have one. */
export async function rush({ port, pool, world }: Bench): Promise<Line[]> {
  return [await oneRush(port, pool, world, { sku: 'HOT-1', buyers: 64, pieces: 40, scratch: 0 }), await oneRush(port, pool, world, { sku: 'HOT-2', buyers: 500, pieces: 100, scratch: -1 })]
}

async function oneRush(port: number, pool: Pool, world: World, { sku, buyers, pieces, scratch }: { sku: string; buyers: number; pieces: number; scratch: number }): Promise<Line> {
  const startedAt = performance.now()
  const answers = await Promise.all(
    Array.from({ length: buyers }, (_, n) => request(port, 'POST', '/orders', { token: buyerOf(world, n).token, body: { lines: [{ sku, quantity: 1 }] } })),
  )
  const took = performance.now() - startedAt
  const sold = answers.filter(({ status }) => status === 201).length
  const refused = answers.filter(({ body }) => body.error?.code === 'STOCK_SHORT').length
  const floorAt = performance.now()
  await Promise.all(Array.from({ length: buyers }, (_, n) => placeBySql(pool, n, [scratch])))
  const floor = performance.now() - floorAt
  const exact = sold === pieces && refused === buyers - pieces ? 'exact' : 'NOT EXACT'
  const target = `exactly ${pieces}, ${buyers === 64 ? '500 ms' : '3 s'}`
  const others = answers.filter(({ status, body }) => status !== 201 && body.error?.code !== 'STOCK_SHORT').map(({ status, body }) => `${status} ${body.error?.code ?? ''}`.trim())
  const ours = [`${took.toFixed(0)} ms, ${sold} sold, ${refused} refused: ${exact}`, ...new Set(others)].join('; ')
  return { work: `W5 ${buyers} buyers of ${pieces} pieces`, ours, floor: `${floor.toFixed(0)} ms`, ratio: (floor / took).toFixed(2), target }
}

/** Places an order of five lines and gives its id; null where it was refused. */
export async function place(port: number, { skus }: World, buyer: Buyer): Promise<string | null> {
  const lines = pickFive().map((n) => ({ sku: skus[n - 1], quantity: 1 }))
  const reply = await request(port, 'POST', '/orders', { token: buyer.token, body: { lines, shipTo: buyer.address }, headers: { 'idempotency-key': randomUUID() } })
  return reply.status === 201 ? (reply.body.data as { id: string }).id : null
}

async function confirmedOrders(port: number, world: World, wanted: number): Promise<{ id: string; buyer: Buyer }[]> {
  const waiting: { id: string; buyer: Buyer }[] = []
  await spread(8, Array.from({ length: wanted }, (_, n) => n), async (n) => {
    const buyer = buyerOf(world, n)
    const id = await place(port, world, buyer)
    if (!id) return false
    await request(port, 'POST', `/orders/${id}/confirm`, { token: world.token, body: {} })
    waiting.push({ id, buyer })
    return true
  })
  return waiting
}

async function ship(port: number, world: World, { id, buyer }: { id: string; buyer: Buyer }): Promise<boolean> {
  const { token } = world
  const shipped = await request(port, 'POST', `/orders/${id}/ship`, { token, body: { warehouse: world.warehouse } })
  if (shipped.status >= 300) return false
  const shipment = (shipped.body.data as { id: string }).id
  const billed = await request(port, 'POST', `/shipments/${shipment}/bill`, { token, body: {} })
  const paid = await request(port, 'POST', '/payments', { token, body: { buyer: buyer.party, amountMinor: 500 } })
  return billed.status < 300 && paid.status < 300
}

/** The buyer a client acts as. */
export function buyerOf(world: World, client: number): Buyer {
  const buyer = world.buyers[client % world.buyers.length]
  if (!buyer) throw new Error('The bench has no buyers.')
  return buyer
}

function of(clients: number): string {
  return clients === 1 ? '1 client' : `${clients} clients`
}
