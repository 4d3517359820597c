import { marketOf } from '@/domain/catalog/queries/market'
import type { ProductSearch } from '@/domain/catalog/queries/search-products'
import { conditionsOf } from '@/domain/catalog/queries/search-sql'
import { bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'
import { statementName } from '@/platform/statement-name'

/** How many products of a search lie in a category or bear a brand, the most frequent first. */
export interface Facet {
  kind: 'category' | 'brand'
  id: string
  name: string
  slug: string
  count: number
}

export interface Facets {
  categories: Facet[]
  brands: Facet[]
  /** true: only the first hits were counted, the figures say "at least" */
  isCapped: boolean
}

const MOST_COUNTED = 10_000
const MOST_SHOWN = 40

/**
 * The categories and brands among the hits of a search, for its filters. Brands are counted as if none were chosen, so
 * that another one can be. Price bounds do not count here.
 */
export async function searchFacets(reader: Reader, search: ProductSearch): Promise<Facets> {
  const market = await marketOf(reader, search.organization)
  const { q, category, inStock, brands = [] } = search
  const to = bindings()
  const filter = { ...(q ? { text: q } : {}), ...(category ? { category } : {}), ...(inStock ? { inStock } : {}) }
  const where = conditionsOf(reader, market, filter, to).join(' and ')
  const chosen = to.bind(brands)
  const text = `with hits as materialized (select s.category_id, s.brand_id from product_search s where ${where} limit ${MOST_COUNTED + 1}),
  counted as (
    select 'category' as kind, category_id as id, count(*) as n from hits where cardinality(${chosen}::uuid[]) = 0 or brand_id = any(${chosen}::uuid[]) group by category_id
    union all select 'brand', brand_id, count(*) from hits where brand_id is not null group by brand_id)
  select f.kind, f.id, coalesce(c.name, b.name) as name, coalesce(c.slug, b.slug) as slug, f.n::int as count, (select count(*) from hits)::int as hits
  from counted f left join categories c on f.kind = 'category' and c.id = f.id left join brands b on f.kind = 'brand' and b.id = f.id
  order by f.n desc, name limit 200`
  const rows = await reader.rows<Facet & { hits: number }>(text, to.values, statementName('tf_facets', text))
  const of = (kind: Facet['kind']) => rows.filter((row) => row.kind === kind).slice(0, MOST_SHOWN).map(({ hits: _hits, ...facet }) => facet)
  return { categories: of('category'), brands: of('brand'), isCapped: (rows[0]?.hits ?? 0) > MOST_COUNTED }
}
