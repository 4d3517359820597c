import type { Pool } from 'pg'
import { load, type Measured } from './load'
import type { World } from './world'

/** Scratch tables for the same work as plain SQL: no rights, no audit, no taxes, nothing but the rows. */
export async function prepareFloors(pool: Pool): Promise<void> {
  await pool.query(`create table bench_level (id int primary key, on_hand int not null, reserved int not null default 0, price int not null, check (reserved <= on_hand))`)
  await pool.query(`insert into bench_level select n, 100000000, 0, 100 + n from generate_series(1, 40) n`)
  await pool.query(`insert into bench_level values (0, 40, 0, 100), (-1, 100, 0, 100)`)
  await pool.query('create table bench_order (id bigint generated always as identity primary key, buyer int not null, total int not null, at timestamptz default now())')
  await pool.query('create table bench_line (order_id bigint references bench_order, level_id int references bench_level, quantity int, price int)')
  await pool.query('create index on bench_line (order_id)')
  await pool.query('create table bench_paper (id bigint generated always as identity primary key, kind text, order_id bigint references bench_order, total int, at timestamptz default now())')
}

const LOCK = 'select id, price from bench_level where id = any($1) order by id for update'
const PLACE = `with o as (insert into bench_order (buyer, total) values ($1, $2) returning id),
  l as (insert into bench_line select o.id, x, 1, 100 from o, unnest($3::int[]) x returning 1),
  u as (update bench_level set reserved = reserved + 1 where id = any($3) returning 1) select (select id from o), (select count(*) from l), (select count(*) from u)`

/** An order of five lines as four statements in a transaction; its id, or null where the stock is short. */
export async function placeBySql(pool: Pool, buyer: number, goods: readonly number[]): Promise<string | null> {
  return inTransaction(pool, async (query) => {
    const rows = await query<{ price: number }>('lock', LOCK, [goods])
    const total = rows.reduce((sum, row) => sum + row.price, 0)
    const [placed] = await query<{ id: string }>('place', PLACE, [buyer, total, goods])
    return placed?.id ?? null
  })
}

const SHIP = `with l as (select level_id, quantity from bench_line where order_id = $1),
  u as (update bench_level b set on_hand = b.on_hand - l.quantity, reserved = b.reserved - l.quantity from l where b.id = l.level_id returning 1)
  insert into bench_paper (kind, order_id, total) select 'shipment', $1, count(*) from u`
const PAPER = `insert into bench_paper (kind, order_id, total) select $2, $1, 500`

async function fulfilBySql(pool: Pool, order: string): Promise<boolean> {
  const shipped = await inTransaction(pool, async (query) => {
    await query('order', 'select 1 from bench_order where id = $1 for update', [order])
    // The levels in order first, as every other transaction takes them.
    await query('levels', 'select 1 from bench_level where id in (select level_id from bench_line where order_id = $1) order by id for update', [order])
    await query('ship', SHIP, [order])
    return true
  })
  for (const kind of ['invoice', 'payment']) await inTransaction(pool, async (query) => query('paper', PAPER, [order, kind]))
  return shipped === true
}

type Query = <T extends object>(name: string, text: string, values: unknown[]) => Promise<T[]>

async function inTransaction<T>(pool: Pool, work: (query: Query) => Promise<T>): Promise<T | null> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(async <R extends object>(name: string, text: string, values: unknown[]) => (await client.query<R>({ name, text, values })).rows)
    await client.query('commit')
    return result
  } catch {
    await client.query('rollback')
    return null
  } finally {
    client.release()
  }
}

export async function orderFloor(pool: Pool, clients: number, seconds: number): Promise<Measured> {
  return load(clients, seconds, async (client) => (await placeBySql(pool, client, pickFive())) !== null)
}

/** Shipment, invoice and payment of orders that were placed before the clock runs, each a transaction. */
export async function fulfilFloor(pool: Pool, clients: number, seconds: number): Promise<Measured> {
  const waiting: string[] = []
  for (let n = 0; n < 200; n += 1) waiting.push((await placeBySql(pool, n, pickFive())) ?? '')
  let at = 0
  return load(clients, seconds, async () => {
    // Shipped again and again: the stock of the scratch goods does not end.
    at += 1
    return fulfilBySql(pool, waiting[at % waiting.length] ?? '')
  })
}

const NEWEST = `select id, number, status, total_minor, currency, submitted_at from orders
where counterparty_id = $1 and shared_at is not null order by id desc limit 20`

/** The newest twenty orders of a dealer as one statement. */
export async function listFloor(pool: Pool, world: World, clients: number, seconds: number): Promise<Measured> {
  return load(clients, seconds, async (client) => {
    const { rows } = await pool.query({ name: 'list', text: NEWEST, values: [world.buyers[client % world.buyers.length]?.party] })
    return rows.length === 20
  })
}

const CARD = `s.id, p.name, v.sku, (select min(x.unit_price_micro) from prices x where x.variant_id = v.id) as price,
  (select sum(l.on_hand - l.reserved) from stock_levels l where l.variant_id = v.id) as free`
const FROM = 'product_search s join products p on p.id = s.id join variants v on v.product_id = s.id'

/** A search as one statement: words by a text index, lowest price and free stock beside each product, in no order. */
export async function searchFloor(pool: Pool, world: World, clients: number, seconds: number, words: readonly string[]): Promise<Measured> {
  const text = `select ${CARD} from ${FROM} where s.organization_id = $1 and s.words @@ to_tsquery('simple', $2) limit 24`
  return load(clients, seconds, async (client, round) => {
    await pool.query({ name: 'search', text, values: [world.hq, words[(client + round) % words.length]] })
    return true
  })
}

/** The first page of the whole catalog in an order, as one statement. */
export async function pageFloor(pool: Pool, world: World, clients: number, seconds: number, order: string): Promise<Measured> {
  const text = `select ${CARD} from ${FROM} join prices x on x.variant_id = v.id where s.organization_id = $1 order by ${order} limit 24`
  return load(clients, seconds, async () => {
    await pool.query({ text, values: [world.hq] })
    return true
  })
}

/** Milliseconds of one statement, the median of twenty. */
export async function onceFloor(pool: Pool, text: string, values: readonly unknown[]): Promise<number> {
  const { p50 } = await load(1, 0.5, async () => {
    await pool.query({ text, values: [...values] })
    return true
  })
  return p50
}

/** Five different goods of forty. */
export function pickFive(): number[] {
  const chosen = new Set<number>()
  while (chosen.size < 5) chosen.add(1 + Math.floor(Math.random() * 40))
  return [...chosen]
}
