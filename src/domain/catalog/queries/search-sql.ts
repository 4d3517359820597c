import { RANKED_HITS } from '@/domain/catalog/queries/product-cards'
import { cheapestSql, isBounded, ownPriceSql, withinSql } from '@/domain/catalog/queries/search-prices'
import { inStockSql } from '@/domain/catalog/queries/stock-sql'
import type { Market } from '@/domain/catalog/queries/market'
import { prefixQuery } from '@/kernel/search-words'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import type { Cursor } from '@/platform/cursor'
import type { Reader } from '@/platform/reader'

export const SEARCH_SORTS = ['relevance', 'name', 'price', 'newest'] as const
export type SearchSort = (typeof SEARCH_SORTS)[number]

/** What a search narrows by; prices in micro-units of the major unit, the buyer's own. */
export interface SearchFilter {
  /** as typed */
  text?: string
  /** id or slug; the categories below count too */
  category?: string
  brands?: readonly string[]
  minPriceMicro?: number
  maxPriceMicro?: number
  inStock?: boolean
}

/** The conditions of a search on `product_search s`, with the tenancy condition first. */
export function conditionsOf(reader: Reader, market: Market, filter: SearchFilter, to: Bindings): string[] {
  const seller = to.bind(market.seller)
  const { category, brands = [], inStock } = filter
  const words = prefixQuery(filter.text ?? '')
  return [
    sqlOf(reader.reach('products'), 's', to),
    `s.organization_id = ${seller}::uuid and s.is_sellable`,
    ...(words ? [`s.words @@ ${to.bind(words)}::tsquery`] : []),
    ...(category ? [categorySql(seller, to.bind(category))] : []),
    ...(brands.length > 0 ? [`s.brand_id = any(${to.bind(brands)}::uuid[])`] : []),
    // A scalar, not a semi-join: of a page's products it is asked one by one, never of the whole catalog at once.
    ...(inStock ? [`coalesce((select true from variants v where v.product_id = s.id and v.status = 'active' and ${inStockSql('v.id')} limit 1), false)`] : []),
  ]
}

export interface PageQuestion {
  market: Market
  filter: SearchFilter
  sort: SearchSort
  cursor: Cursor | null
  limit: number
  /** read in the order of an index instead of ranking hits */
  isBroad: boolean
  /** how many prices of each list are looked at for the cheapest */
  reach: number
}

/** `page (id, value, hits, n)`: the products of one page in order and the value a cursor goes on from, as CTEs. */
export function pageSql(reader: Reader, question: PageQuestion): { ctes: string; to: Bindings } {
  const to = bindings()
  const { market, filter, sort, isBroad } = question
  if (isBroad && sort === 'price') {
    return { ctes: cheapestSql(market, conditionsOf(reader, market, filter, to), { ...question, bounds: filter }, RANKED_HITS + 1, to), to }
  }
  if (isBroad) return { ctes: orderedSql(reader, question, to), to }
  return { ctes: rankedSql(conditionsOf(reader, market, filter, to), question, to), to }
}

// Hits are collected, valued and sorted: so many as can be ranked.
function rankedSql(conditions: readonly string[], { market, filter, sort, cursor, limit }: PageQuestion, to: Bindings): string {
  const hits = `hits as materialized (select s.id, s.name_key, s.skus, s.created_at, s.words from product_search s
    where ${conditions.join(' and ')} limit ${RANKED_HITS + 1})`
  const count = '(select count(*) from hits)::int'
  const price = sort === 'price' || isBounded(filter) ? ownPriceSql('h.id', market, to) : 'null::float8'
  const found = `found as materialized (select h.*, ${price} as price from hits h where ${count} <= ${RANKED_HITS})`
  const value = valueOf(sort, filter, to)
  const kept = [...withinSql('f.price', filter, to), ...(sort === 'price' ? ['f.price is not null'] : [])]
  // Too many hits are not even valued: one row says so.
  const valued = `valued as (select f.id, ${value} as value from found f${kept.length > 0 ? ` where ${kept.join(' and ')}` : ''})`
  const more = cursor ? `where ${afterSql(sort, cursor, to)}` : ''
  const order = sort === 'newest' ? 'value desc, id desc' : 'value, id'
  const page = `page as ((select id, value::text as value, ${count} as hits, row_number() over (order by ${order}) as n
    from valued ${more} order by ${order} limit ${to.bind(limit + 1)})
    union all (select id, null, ${count}, 1 from hits where ${count} > ${RANKED_HITS} limit 1))`
  return [hits, found, valued, page].join(',\n')
}

// An index gives the order: the cheap way when nearly everything is a hit. A shelf (category or brand) has an index of
// its own, and the shelves below a category are merged. `is true` keeps the planner from collecting all hits first.
function orderedSql(reader: Reader, { market, filter, sort, cursor, limit }: PageQuestion, to: Bindings): string {
  const { category, brands = [], ...rest } = filter
  const isNew = sort === 'newest'
  const [column, direction, sign, type] = isNew ? ['s.created_at', 'desc', '<', 'timestamptz'] : ['s.name_key', 'asc', '>', 'text']
  const order = `order by ${column} ${direction}, s.id ${direction} limit ${to.bind(limit + 1)}`
  const shelf = shelfSql(market, filter, to)
  const conditions = conditionsOf(reader, market, { ...rest, ...(category ? { brands } : {}) }, to)
  if (isBounded(filter)) conditions.push(...withinSql(ownPriceSql('s.id', market, to), filter, to))
  const where = conditions.map((condition, index) => (index < 2 ? condition : `(${condition}) is true`)).join(' and ')
  const more = cursor ? ` and (${column}, s.id) ${sign} (${to.bind(cursor[0])}::${type}, ${to.bind(cursor[1])}::uuid)` : ''
  const each = `select s.id, s.name_key, s.created_at from product_search s where ${where}${more}`
  const source = shelf ? `${shelf.from} cross join lateral (${each} and s.${shelf.column} = shelf.id ${order}) s` : `(${each} ${order}) s`
  return `page as (select s.id, ${column}::text as value, 0 as hits, row_number() over (order by ${column} ${direction}, s.id ${direction}) as n
    from ${source} ${order})`
}

function shelfSql({ seller }: Market, { category, brands = [] }: SearchFilter, to: Bindings): { from: string; column: string } | null {
  if (category) return { from: `(${categoriesSql(to.bind(seller), to.bind(category))}) shelf`, column: 'category_id' }
  return brands.length > 0 ? { from: `(select distinct id from unnest(${to.bind(brands)}::uuid[]) b (id)) shelf`, column: 'brand_id' } : null
}

function valueOf(sort: SearchSort, filter: SearchFilter, to: Bindings): string {
  if (sort === 'price') return 'f.price'
  if (sort === 'newest') return 'f.created_at'
  const text = (filter.text ?? '').trim()
  const words = prefixQuery(text, 'A')
  if (sort === 'name' || !words) return 'f.name_key'
  const [sku, beginning] = [to.bind(text.toUpperCase()), to.bind(`${escapeLike(text)}%`)]
  const inName = to.bind(words)
  // One digit of rank, then the name: SKU as typed, SKU that begins so, name that begins so, all words in the name.
  return `(case when ${sku} = any(f.skus) then '0' when exists (select 1 from unnest(f.skus) k where k like upper(${beginning})) then '1'
    when f.name_key like lower(${beginning}) then '2' when f.words @@ ${inName}::tsquery then '3' else '4' end || f.name_key)`
}

const TYPES: Record<SearchSort, string> = { relevance: 'text', name: 'text', newest: 'timestamptz', price: 'float8' }

function afterSql(sort: SearchSort, [value, id]: Cursor, to: Bindings): string {
  return `(value, id) ${sort === 'newest' ? '<' : '>'} (${to.bind(value)}::${TYPES[sort]}, ${to.bind(id)}::uuid)`
}

function categorySql(seller: string, category: string): string {
  return `s.category_id in (${categoriesSql(seller, category)})`
}

function categoriesSql(seller: string, category: string): string {
  return `select distinct c.id from categories c join categories t on t.organization_id = c.organization_id and c.path like t.path || '%'
    where c.organization_id = ${seller}::uuid and (t.id::text = ${category} or t.slug = ${category})`
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (found) => `\\${found}`)
}
