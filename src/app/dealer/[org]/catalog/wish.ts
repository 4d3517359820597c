import { hrefOf, many, one, oneOf, type Query, type Search } from '../_portal/address'
import { isId } from '../_portal/address'

export const SORTS = [
  { value: 'relevance', label: 'Best match' },
  { value: 'name', label: 'Name' },
  { value: 'price', label: 'Price, low to high' },
  { value: 'newest', label: 'Newest' },
] as const

type Sort = (typeof SORTS)[number]['value']

/** What the address of the catalog asks for; prices in the major unit as typed. */
export interface CatalogWish {
  q: string | undefined
  category: string | undefined
  brands: string[]
  min: string | undefined
  max: string | undefined
  stock: boolean
  sort: Sort
}

/** Reads the address; what makes no sense is left out rather than refused. */
export function wishOf(search: Search): CatalogWish {
  const amount = (key: string) => {
    const text = one(search, key)?.replace(',', '.')
    return text && /^\d{1,9}(\.\d{1,6})?$/.test(text) ? text : undefined
  }
  return {
    q: one(search, 'q')?.slice(0, 120),
    category: one(search, 'category')?.slice(0, 120),
    brands: many(search, 'brand').filter(isId).slice(0, 50),
    min: amount('min'),
    max: amount('max'),
    stock: one(search, 'stock') === '1',
    sort: oneOf(search, 'sort', SORTS.map(({ value }) => value)) ?? 'relevance',
  }
}

/** The wish as the query asks for it. */
export function searchOf({ q, category, brands, min, max, stock, sort }: CatalogWish) {
  return {
    sort,
    ...(q ? { q } : {}),
    ...(category ? { category } : {}),
    ...(brands.length > 0 ? { brands } : {}),
    ...(min ? { minPriceMicro: microOf(min) } : {}),
    ...(max ? { maxPriceMicro: microOf(max) } : {}),
    ...(stock ? { inStock: true } : {}),
  }
}

/** The wish as an address, with some of it changed. */
export function queryOf({ q, category, brands, min, max, stock, sort }: CatalogWish, change: Query = {}): Query {
  return { q, category, brand: brands, min, max, stock: stock ? '1' : undefined, sort: sort === 'relevance' ? undefined : sort, ...change }
}

/** A link to the catalog with some of the wish changed; always its first page. */
export const catalogHref = (path: string, wish: CatalogWish, change: Query): string => hrefOf(path, queryOf(wish, change))

/** How many filters are set, for the badge on the phone's button. */
export const activeCount = ({ category, brands, min, max, stock }: CatalogWish): number => brands.length + [category, min ?? max, stock || undefined].filter((one) => one !== undefined).length

const microOf = (text: string): number => Math.round(Number(text) * 1_000_000)
