import type { Pool } from 'pg'
import { load, type Measured } from './load'
import type { World } from './world'

/** Scratch tables for the same work as plain SQL: no rights, no audit, no taxes, nothing but the rows. */
export async function prepareFloors(pool: Pool): Promise<void> {
  await pool.query(`create table bench_level (id int primary key, on_hand int not null, reserved int not null default 0, price int not null, check (reserved <= on_hand))`)
  await pool.query(`insert into bench_level select n, 100000000, 0, 100 + n from generate_series(1, 40) n`)
  await pool.query(`insert into bench_level values (0, 40, 0, 100)`)
  await pool.query('create table bench_order (id bigint generated always as identity primary key, buyer int not null, total int not null, at timestamptz default now())')
  await pool.query('create table bench_line (order_id bigint references bench_order, level_id int references bench_level, quantity int, price int)')
}

const LOCK = 'select id, price from bench_level where id = any($1) order by id for update'
const PLACE = `with o as (insert into bench_order (buyer, total) values ($1, $2) returning id),
  l as (insert into bench_line select o.id, x, 1, 100 from o, unnest($3::int[]) x returning 1),
  u as (update bench_level set reserved = reserved + 1 where id = any($3) returning 1) select (select count(*) from l), (select count(*) from u)`

/** An order of five lines as four statements in a transaction. */
export async function placeBySql(pool: Pool, buyer: number, goods: readonly number[]): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ price: number }>({ name: 'lock', text: LOCK, values: [goods] })
    const total = rows.reduce((sum, row) => sum + row.price, 0)
    await client.query({ name: 'place', text: PLACE, values: [buyer, total, goods] })
    await client.query('commit')
    return true
  } catch {
    await client.query('rollback')
    return false
  } finally {
    client.release()
  }
}

export async function orderFloor(pool: Pool, clients: number, seconds: number): Promise<Measured> {
  return load(clients, seconds, (client) => placeBySql(pool, client, pickFive()))
}

/** The newest twenty orders of a dealer as one statement. */
export async function listFloor(pool: Pool, world: World, clients: number, seconds: number): Promise<Measured> {
  const text = 'select id, number, status, total_minor, currency, submitted_at from orders where counterparty_id = $1 and shared_at is not null order by id desc limit 20'
  return load(clients, seconds, async (client) => {
    const { rows } = await pool.query({ name: 'list', text, values: [world.buyers[client % world.buyers.length]?.party] })
    return rows.length === 20
  })
}

/** A full-text search for products as one statement, without price and availability. */
export async function searchFloor(pool: Pool, world: World, clients: number, seconds: number, words: readonly string[]): Promise<Measured> {
  const text = `select id from product_search where organization_id = $1 and words @@ to_tsquery('simple', $2) limit 24`
  return load(clients, seconds, async (client, round) => {
    await pool.query({ name: 'search', text, values: [world.hq, words[(client + round) % words.length]] })
    return true
  })
}

/** Five different goods of forty. */
export function pickFive(): number[] {
  const chosen = new Set<number>()
  while (chosen.size < 5) chosen.add(1 + Math.floor(Math.random() * 40))
  return [...chosen]
}
