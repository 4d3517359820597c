import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { listFloor, orderFloor, pickFive, placeBySql, searchFloor } from './floors'
import { request } from './http'
import { load, type Measured } from './load'
import type { Buyer, World } from './world'

/** A line of the table: ours, the same as plain SQL, and what the target was. */
export interface Line {
  work: string
  ours: Measured
  floor: Measured | null
  note: string
}

export interface Bench {
  port: number
  pool: Pool
  world: World
  seconds: number
}

/** W1: an order of five lines, priced, taxed, reserved, numbered, with a key. */
export async function orders({ port, pool, world, seconds }: Bench): Promise<Line[]> {
  const lines: Line[] = []
  for (const clients of [1, 8, 32]) {
    const ours = await load(clients, seconds, async (client) => (await place(port, world, buyerOf(world, client))) !== null)
    lines.push({ work: `W1 order of 5 lines, ${clients} clients`, ours, floor: await orderFloor(pool, clients, seconds), note: clients === 1 ? 'p50 6 ms' : '250/s' })
  }
  return lines
}

/** W2: ship, invoice and pay, on orders placed and confirmed before the clock runs. */
export async function fulfil({ port, pool, world, seconds }: Bench): Promise<Line[]> {
  const waiting: { id: string; buyer: Buyer }[] = []
  for (let n = 0; n < 60 * seconds; n += 1) {
    const buyer = buyerOf(world, n)
    const id = await place(port, world, buyer)
    if (!id) continue
    await request(port, 'POST', `/orders/${id}/confirm`, { token: world.token, body: {} })
    waiting.push({ id, buyer })
  }
  const chain = async () => {
    const next = waiting.pop()
    return next ? ship(port, world, next) : false
  }
  const times: number[] = []
  const startedAt = performance.now()
  let failed = 0
  const worker = async () => {
    while (waiting.length > 0) {
      const before = performance.now()
      if (!(await chain())) failed += 1
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const ours = { p50: at(0.5), p95: at(0.95), perSecond: times.length / ((performance.now() - startedAt) / 1000), failed }
  return [{ work: 'W2 ship, invoice, payment, 8 clients', ours, floor: await orderFloor(pool, 8, seconds), note: '120/s' }]
}

/** W3: the newest twenty orders of a dealer. */
export async function lists({ port, pool, world, seconds }: Bench): Promise<Line[]> {
  const lines: Line[] = []
  for (const clients of [1, 16]) {
    const ours = await load(clients, seconds, async (client) => (await request(port, 'GET', '/orders?limit=20&count=false', { token: buyerOf(world, client).token })).status === 200)
    lines.push({ work: `W3 20 newest orders, ${clients} clients`, ours, floor: await listFloor(pool, world, clients, seconds), note: clients === 1 ? 'p50 3 ms' : '800/s' })
  }
  return lines
}

const QUERIES = ['steel', 'brake%20ax', 'B0123', 'coper', 'battery', 'pump%20valve', 'B09', 'awnin']
const WORDS = ['steel', 'brake & ax:*', 'b0123:*', 'copper', 'battery', 'pump & valve', 'b09:*', 'awnin:*']

/** W4: words, prefixes and typing errors among all variants, own price and availability in the row. */
export async function searches({ port, pool, world, seconds }: Bench): Promise<Line[]> {
  const ours = await load(16, seconds, async (client, round) => {
    const path = `/products/search?q=${QUERIES[(client + round) % QUERIES.length] ?? ''}&count=false`
    return (await request(port, 'GET', path, { token: buyerOf(world, client).token })).status === 200
  })
  return [{ work: 'W4 search, 16 clients', ours, floor: await searchFloor(pool, world, 16, seconds, WORDS), note: '350/s' }]
}

/** W5: 64 buyers of 40 pieces at one moment; exactly forty may have one. */
export async function rush({ port, pool, world }: Bench): Promise<Line[]> {
  const startedAt = performance.now()
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, n) => request(port, 'POST', '/orders', { token: buyerOf(world, n).token, body: { lines: [{ sku: world.hotSku, quantity: 1 }] } })),
  )
  const took = performance.now() - startedAt
  const sold = answers.filter(({ status }) => status === 201).length
  const refused = answers.filter(({ body }) => body.error?.code === 'STOCK_SHORT').length
  const floorAt = performance.now()
  await Promise.all(Array.from({ length: 64 }, (_, n) => placeBySql(pool, n, [0])))
  const floor = performance.now() - floorAt
  const measured = (ms: number, failed: number): Measured => ({ p50: ms, p95: ms, perSecond: 64_000 / ms, failed })
  return [{ work: `W5 64 buyers of 40: ${sold} sold, ${refused} refused`, ours: measured(took, 64 - sold - refused), floor: measured(floor, 0), note: '500 ms' }]
}

async function place(port: number, { skus }: World, buyer: Buyer): Promise<string | null> {
  const lines = pickFive().map((n) => ({ sku: skus[n - 1], quantity: 1 }))
  const reply = await request(port, 'POST', '/orders', { token: buyer.token, body: { lines, shipTo: buyer.address }, headers: { 'idempotency-key': randomUUID() } })
  return reply.status === 201 ? (reply.body.data as { id: string }).id : null
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

function buyerOf(world: World, client: number): Buyer {
  const buyer = world.buyers[client % world.buyers.length]
  if (!buyer) throw new Error('The bench has no buyers.')
  return buyer
}
