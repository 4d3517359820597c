import type { Market } from '@/domain/catalog/queries/market'
import { countsOnDay } from '@/domain/catalog/queries/prices-for'
import type { Bindings } from '@/platform/access/sql'
import type { Cursor } from '@/platform/cursor'

/** Bounds of the buyer's own price, in micro-units. */
export interface PriceBounds {
  minPriceMicro?: number
  maxPriceMicro?: number
}

/** True where a search looks at prices to decide what it finds. */
export function isBounded({ minPriceMicro, maxPriceMicro }: PriceBounds): boolean {
  return minPriceMicro !== undefined || maxPriceMicro !== undefined
}

/**
 * SQL for the buyer's own price of a product: that of its cheapest variant at its smallest quantity. `lists` must be in
 * scope. What rows show is computed by `offersOf`; this orders and narrows.
 */
export function ownPriceSql(product: string, market: Market, to: Bindings): string {
  return `(select min(o.micro)::float8 from variants v cross join lateral (${ownOf('v', placesOf(market, to))}) o where v.product_id = ${product} and v.status = 'active')`
}

/** Conditions that keep an expression within bounds. */
export function withinSql(price: string, { minPriceMicro, maxPriceMicro }: PriceBounds, to: Bindings): string[] {
  return [
    ...(minPriceMicro === undefined ? [] : [`${price} >= ${to.bind(minPriceMicro)}`]),
    ...(maxPriceMicro === undefined ? [] : [`${price} <= ${to.bind(maxPriceMicro)}`]),
  ]
}

/** How the cheapest products are looked for: the first `reach` prices of each list are looked at. */
export interface CheapestQuestion {
  bounds: PriceBounds
  cursor: Cursor | null
  limit: number
  reach: number
}

/**
 * `page` of the cheapest products: each of the buyer's lists is read in the order of its prices, and a price counts where
 * it is the own one of its variant, no other variant of the product is cheaper and the product is a hit. `hits` is
 * `tooFew` where the page is not full and there are prices beyond the reach.
 * @param isHit conditions on `product_search s`
 */
export function cheapestSql(market: Market, isHit: readonly string[], { bounds, cursor, limit, reach }: CheapestQuestion, tooFew: number, to: Bindings): string {
  const places = placesOf(market, to)
  const from = cursor ? [`p.unit_price_micro >= ${to.bind(cursor[0])}::numeric`] : []
  const near = `near as materialized (select c.* from lists l cross join lateral (select p.id, p.list_id, p.variant_id, p.unit_price_micro as micro from prices p
    where ${['p.list_id = l.id', countsOnDay('p', places), ...from, ...withinSql('p.unit_price_micro', bounds, to)].join(' and ')} order by p.unit_price_micro limit ${reach}) c)`
  // Of the dearest price looked at there may be more; what costs less is complete.
  const edge = `edge as materialized (select min(x.micro) as micro from (select max(n.micro) as micro from near n group by n.list_id having count(*) >= ${reach}) x)`
  const conditions = [
    `(edge.micro is null or n.micro < edge.micro)`,
    `n.id = (select own.id from (${ownOf('v', places)}) own)`,
    `coalesce((select true from product_search s where s.id = v.product_id and ${isHit.join(' and ')}), false)`,
    `not exists (select 1 from variants w cross join lateral (${ownOf('w', places)}) o where w.product_id = v.product_id and w.id <> v.id and w.status = 'active'
      and (o.micro, w.id) < (n.micro, v.id))`,
    ...(cursor ? [`(n.micro, v.product_id) > (${to.bind(cursor[0])}::numeric, ${to.bind(cursor[1])}::uuid)`] : []),
  ]
  const found = `found as materialized (select v.product_id as id, n.micro from edge cross join near n join variants v on v.id = n.variant_id and v.status = 'active'
    where ${conditions.join(' and ')} order by n.micro, v.product_id limit ${to.bind(limit + 1)})`
  const isShort = `(select micro from edge) is not null and (select count(*) from found) <= ${to.bind(limit)}`
  const page = `page as (select id, micro::text as value, 0 as hits, row_number() over (order by micro, id) as n from found where not (${isShort})
    union all (select v.product_id, null, ${tooFew}, 1 from near n join variants v on v.id = n.variant_id where ${isShort} limit 1))`
  return [near, edge, found, page].join(',\n')
}

interface Places {
  seller: string
  on: string
}

function placesOf(market: Market, to: Bindings): Places {
  return { seller: to.bind(market.seller), on: to.bind(market.on) }
}

function ownOf(variant: string, places: Places): string {
  return `select q.id, q.unit_price_micro as micro from prices q join lists m on m.id = q.list_id
    where q.variant_id = ${variant}.id and q.minimum_quantity <= greatest(coalesce(${variant}.minimum_quantity, 1), 1) and ${countsOnDay('q', places)}
    order by m.rank, m.priority, m.id, q.minimum_quantity desc limit 1`
}
