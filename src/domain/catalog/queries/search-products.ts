import { cardsOf, type ProductCard } from '@/domain/catalog/queries/product-cards'
import { marketOf, type Market } from '@/domain/catalog/queries/market'
import { pageSql, type PageQuestion, type SearchFilter, type SearchSort } from '@/domain/catalog/queries/search-sql'
import { correctedWords } from '@/domain/catalog/queries/typos'
import { searchWords } from '@/kernel/search-words'
import { readCursor, pageOf } from '@/platform/cursor'
import type { Reader } from '@/platform/reader'

/** A search of the catalog as one organization sees it: only what is for sale, at its own prices. */
export interface ProductSearch extends Omit<SearchFilter, 'text'> {
  organization: string
  q?: string
  sort?: SearchSort
  cursor?: string
  limit?: number
}

export interface FoundProducts {
  rows: ProductCard[]
  nextCursor: string | null
  limit: number
  /** the words that were looked for instead, when those typed find nothing */
  correctedTo: string | null
  currency: string
}

/**
 * One page of products for sale. Words match as prefixes in names, SKUs, barcodes, brand, category and specification;
 * with more hits than can be ranked they come by name. Tenancy: nothing for an organization outside the tree.
 */
export async function searchProducts(reader: Reader, search: ProductSearch): Promise<FoundProducts> {
  const market = await marketOf(reader, search.organization)
  const asked = questionOf(market, search)
  const found = await pageFor(reader, asked)
  if (found.rows.length > 0 || search.cursor || !search.q) return { ...found, correctedTo: null, currency: market.currency }
  const words = await correctedWords(reader, market.seller, searchWords(search.q))
  if (!words) return { ...found, correctedTo: null, currency: market.currency }
  const text = words.join(' ')
  const corrected = await pageFor(reader, { ...asked, filter: { ...asked.filter, text } })
  return { ...corrected, correctedTo: corrected.rows.length > 0 ? text : null, currency: market.currency }
}

// A page that goes on in the order of names says so in its cursor.
const BROAD = 'broad:'

function questionOf(market: Market, { q, sort = 'relevance', cursor, limit = 24, organization: _organization, ...filter }: ProductSearch): PageQuestion {
  const [value = '', id] = cursor ? readCursor(cursor) : []
  const goesOnBroadly = value.startsWith(BROAD)
  const rest = goesOnBroadly ? value.slice(BROAD.length) : value
  return {
    market,
    filter: { ...filter, ...(q === undefined ? {} : { text: q }) },
    sort,
    cursor: id === undefined ? null : [rest, id],
    limit: Math.min(Math.max(limit, 1), 100),
    isBroad: goesOnBroadly || !isNarrow(q, sort, filter),
    reach: NEAREST_PRICES,
  }
}

const NEAREST_PRICES = 300
const FARTHER = 16

// Few hits are collected and sorted. Without words an index of names has the order already; of a shelf the cheapest may be
// few too.
function isNarrow(q: string | undefined, sort: SearchSort, { category, brands = [] }: SearchFilter): boolean {
  return searchWords(q ?? '').length > 0 || (sort === 'price' && (category !== undefined || brands.length > 0))
}

// Searches that found too much a moment ago, with the time until which that is taken for granted: counting the hits of a
// frequent word costs more than the page it leads to.
const broad = new Map<string, number>()
const BROAD_FOR_MS = 60_000
const MOST_REMEMBERED = 2_000

function wasBroad(key: string, now: Date): boolean {
  const until = broad.get(key)
  return until !== undefined && until > now.getTime()
}

function rememberBroad(key: string, now: Date): void {
  if (broad.size >= MOST_REMEMBERED) broad.clear()
  broad.set(key, now.getTime() + BROAD_FOR_MS)
}

async function pageFor(reader: Reader, question: PageQuestion): Promise<Pick<FoundProducts, 'rows' | 'nextCursor' | 'limit'>> {
  const { market, filter, cursor, isBroad } = question
  const { minPriceMicro: _least, maxPriceMicro: _most, ...counted } = filter
  const key = JSON.stringify([market.seller, counted])
  if (!isBroad && !cursor && wasBroad(key, reader.now)) return pageFor(reader, { ...question, isBroad: true })
  const { ctes, to } = pageSql(reader, question)
  const cards = await cardsOf(reader, market, ctes, to)
  if (cards === null && isBroad) return pageFor(reader, { ...question, reach: question.reach * FARTHER })
  if (cards === null) {
    rememberBroad(key, reader.now)
    return pageFor(reader, { ...question, isBroad: true })
  }
  const mark = isBroad ? BROAD : ''
  const { rows, ...page } = pageOf(cards, question.limit, ({ value, card }) => [`${mark}${value}`, card.id])
  return { ...page, rows: rows.map(({ card }) => card) }
}
