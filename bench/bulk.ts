import type { Pool } from 'pg'

export interface Sizes {
  variants: number
  dealers: number
  orders: number
}

interface Places {
  hq: string
  location: string
  unit: string
  category: string
  list: string
}

const WORDS = `array['steel','copper','brake','axle','pump','valve','cable','filter','hinge','mirror','awning','battery','panel','tank','heater','latch']`

/** Products with a variant each, base prices, stock with its opening move; HOT-1 has forty pieces, HOT-2 a hundred. */
export async function fillCatalog(pool: Pool, { hq, location, unit, category, list }: Places, { variants }: Sizes): Promise<void> {
  const name = `initcap((${WORDS})[1 + abs(n) % 16] || ' ' || (${WORDS})[1 + (abs(n) / 16) % 16]) || ' ' || n`
  const own = `'${hq}'::uuid, '${hq}'::uuid`
  await run(pool, `drop table if exists bench_goods; create temporary table bench_goods as select n, gen_random_uuid() as product, gen_random_uuid() as variant, gen_random_uuid() as level,
    case n when 0 then 'HOT-1' when -1 then 'HOT-2' else 'B' || lpad(n::text, 6, '0') end as sku, case n when 0 then 40 when -1 then 100 else 1000000 end as pieces,
    ${name} as name from generate_series(-1, ${variants}) n`, [
    `insert into products (id, name, slug, category_id, status, organization_id, tree_id) select product, name, 'p' || (n + 1), '${category}', 'active', ${own} from bench_goods`,
    `insert into variants (id, product_id, sku, name, stock_unit_id, tax_class, status, organization_id, tree_id)
     select variant, product, sku, name, '${unit}', 'standard', 'active', ${own} from bench_goods`,
    `insert into prices (id, list_id, variant_id, minimum_quantity, unit_price_micro, organization_id, tree_id)
     select gen_random_uuid(), '${list}', variant, 1, 1000000 + (n + 1) * 1000, ${own} from bench_goods`,
    `insert into stock_levels (id, variant_id, location_id, on_hand, reserved, organization_id, tree_id)
     select level, variant, '${location}', pieces, 0, ${own} from bench_goods`,
    `insert into stock_moves (id, level_id, variant_id, location_id, kind, quantity, cause_type, cause, at, on_day, organization_id, tree_id)
     select gen_random_uuid(), level, variant, '${location}', 'opening', pieces, 'bench', 'bench', now(), current_date::text, ${own} from bench_goods`,
  ])
}

/** Dealers nobody measures: they only make the tables as large as a large network's. */
export async function fillNetwork(pool: Pool, { hq, code }: { hq: string; code: string }, { dealers }: Sizes): Promise<void> {
  await run(pool, `drop table if exists bench_dealers; create temporary table bench_dealers as select n, gen_random_uuid() as id from generate_series(1, ${dealers}) n`, [
    `insert into organizations (id, code, slug, name, kind, status, parent_id, path, currency, zone, locale, tree_id)
     select id, '${code}-X' || n, lower('${code}') || '-x' || n, 'Dealer ' || n, 'dealer', 'active', '${hq}', '/${hq}/' || id || '/', 'USD', 'UTC', 'en-US', '${hq}' from bench_dealers`,
    `insert into dealers (id, party_id, code, name, status, terms_days, organization_id, tree_id)
     select gen_random_uuid(), id, '${code}-X' || n, 'Dealer ' || n, 'active', 30, '${hq}', '${hq}' from bench_dealers`,
  ])
}

/** Closed orders of two lines each, spread over the measured dealers. */
export async function fillHistory(pool: Pool, { hq, buyers }: { hq: string; buyers: readonly string[] }, { orders }: Sizes): Promise<void> {
  const parties = `'${hq}'::uuid, '${hq}'::uuid, (array[${buyers.map((id) => `'${id}'`).join(',')}]::uuid[])[1 + o.n % ${buyers.length}]`
  await run(pool, `drop table if exists bench_orders; create temporary table bench_orders as select n, gen_random_uuid() as id from generate_series(1, ${orders}) n`, [
    `insert into orders (id, number, buyer_name, currency, subtotal_minor, total_minor, status, submitted_at, shared_at, organization_id, tree_id, counterparty_id)
     select id, 'OLD-' || n, 'Measured', 'USD', 2000, 2000, 'closed', now(), now(), ${parties} from bench_orders o`,
    `insert into order_lines (id, order_id, line_no, variant_id, sku, name, unit, order_quantity, stock_unit, quantity, shipped, unit_price_micro, tax_class, net_minor, tax_minor, gross_minor,
       shared_at, organization_id, tree_id, counterparty_id)
     select gen_random_uuid(), o.id, l, v.id, v.sku, v.name, 'EA', 1, 'EA', 1, 1, 10000000, 'standard', 1000, 0, 1000, now(), ${parties}
     from bench_orders o cross join generate_series(1, 2) l join lateral (select id, sku, name from variants where organization_id = '${hq}' and sku = 'B' || lpad((1 + o.n % 40)::text, 6, '0')) v on true`,
  ])
}

async function run(pool: Pool, prepare: string, statements: readonly string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`select set_config('tf.operation', 'bench', false)`)
    await client.query(prepare)
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.query(`select set_config('tf.operation', '', false)`)
    client.release()
  }
}
