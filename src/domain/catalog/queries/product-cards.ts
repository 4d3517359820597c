import type { Market } from '@/domain/catalog/queries/market'
import { countsOnDay, listsSql, offersOf, policySql, PRICE_JSON, type PriceJson } from '@/domain/catalog/queries/prices-for'
import { availableSql } from '@/domain/catalog/queries/stock-sql'
import type { Backorder, PriceOffer } from '@/domain/catalog/rows'
import { quantity, sumQuantities, toText, type Quantity } from '@/kernel/quantity'
import type { Bindings } from '@/platform/access/sql'
import { statementName } from '@/platform/statement-name'
import type { Reader } from '@/platform/reader'

/** A variant as a list shows it: quantities as text in its stock unit, its own price at the smallest quantity. */
export interface CardVariant {
  id: string
  sku: string
  name: string
  unit: string
  decimals: number
  minimum: string | null
  step: string | null
  packs: readonly { unit: string; factor: string | number }[]
  backorder: Backorder
  available: string
  unitPriceMicro: number | null
  priceList: string | null
  taxInclusive: boolean
}

/** A product as a list shows it. `priceFromMicro` is the lowest own price of its variants; null: none is to be had. */
export interface ProductCard {
  id: string
  name: string
  slug: string
  category: { id: string; name: string; slug: string } | null
  brand: { id: string; name: string } | null
  image: { url: string; alt: string } | null
  variants: CardVariant[]
  priceFromMicro: number | null
  currency: string
  available: string
  isOrderable: boolean
}

type VariantRow = Omit<CardVariant, 'unitPriceMicro' | 'priceList' | 'taxInclusive'> & { prices: PriceJson[] }

interface Row {
  id: string
  name: string
  slug: string
  category: ProductCard['category']
  brand: ProductCard['brand']
  image: { file: string; alt: string } | null
  variants: VariantRow[] | null
  value: string
  hits: number
  policy: unknown
}

const MOST_VARIANTS = 50

/** More hits than this are not ranked: they come in the order of their names. */
export const RANKED_HITS = 2_000

/** A card, the value a cursor goes on from, and the offers of its variants. */
export interface FoundCard {
  card: ProductCard
  value: string
  offers: ReadonlyMap<string, PriceOffer | null>
}

/**
 * The cards of `page (id, value, hits, n)`, in its order, with own prices and what can be promised, all in one statement;
 * `ctes` end with `page` and may read `lists`, the buyer's price lists. Null when there are more hits than are ranked:
 * then nothing but their number was looked at.
 */
export async function cardsOf(reader: Reader, market: Market, ctes: string, to: Bindings): Promise<FoundCard[] | null> {
  const { seller, buyer, currency, on } = market
  const places = { seller: to.bind(seller), buyer: to.bind(buyer), currency: to.bind(currency), on: to.bind(on) }
  const text = `with lists as materialized (${listsSql(places)}),\n${ctes}\n${cardsSql(places)}`
  const rows = await reader.rows<Row>(text, to.values, statementName('tf_cards', text))
  if ((rows[0]?.hits ?? 0) > RANKED_HITS) return null
  const variants = rows.flatMap((row) => row.variants ?? [])
  const demand = variants.map(({ id, minimum }) => ({ variant: id, quantity: quantity(minimum ?? '1') }))
  const offers = offersOf(variants.flatMap((variant) => variant.prices), { ...market, demand, policy: rows[0]?.policy })
  return rows.map(({ value, ...row }) => ({ value, card: cardOf(row, offers, market.currency), offers }))
}

const cardsSql = ({ seller, on }: Record<'seller' | 'on', string>) => `
select p.id, p.name, p.slug, json_build_object('id', c.id, 'name', c.name, 'slug', c.slug) as category, page.value, page.hits, ${policySql(seller)} as policy,
  case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end as brand,
  (select json_build_object('file', coalesce(m.sizes_card_filename, m.filename), 'alt', m.alt) from products_images i join media m on m.id = i.image_id
    where i._parent_id = p.id order by i._order limit 1) as image,
  (select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'name', v.name, 'unit', u.code, 'decimals', u.decimals, 'packs', coalesce(v.packs, '[]'),
      'minimum', trim_scale(v.minimum_quantity)::text, 'step', trim_scale(v.step_quantity)::text, 'backorder', v.backorder,
      'available', trim_scale(${availableSql('v.id')})::text,
      'prices', coalesce((select json_agg(${PRICE_JSON}) from lists l join prices p on p.list_id = l.id and p.variant_id = v.id and ${countsOnDay('p', { seller, on })}), '[]'))
      order by v.position, v.sku)
    from (select * from variants v where v.product_id = p.id and v.status = 'active' order by v.position, v.sku limit ${MOST_VARIANTS}) v
    join units u on u.id = v.stock_unit_id) as variants
from page join products p on p.id = page.id left join categories c on c.id = p.category_id left join brands b on b.id = p.brand_id
where page.hits <= ${RANKED_HITS} or page.n = 1
order by page.n`

function cardOf(row: Omit<Row, 'value' | 'policy'>, prices: ReadonlyMap<string, PriceOffer | null>, currency: string): ProductCard {
  const variants = (row.variants ?? []).map(({ prices: _prices, ...variant }): CardVariant => {
    const offer = prices.get(variant.id) ?? null
    return { ...variant, unitPriceMicro: offer?.unitPriceMicro ?? null, priceList: offer?.list ?? null, taxInclusive: offer?.taxInclusive ?? false }
  })
  const amounts = variants.flatMap(({ unitPriceMicro }) => unitPriceMicro ?? [])
  return {
    ...{ id: row.id, name: row.name, slug: row.slug, category: row.category, brand: row.brand, variants, currency },
    image: row.image ? { url: pictureUrl(row.image.file), alt: row.image.alt } : null,
    priceFromMicro: amounts.length > 0 ? Math.min(...amounts) : null,
    available: toText(sumQuantities(variants.map((variant): Quantity => quantity(variant.available)))),
    isOrderable: variants.some((variant) => variant.unitPriceMicro !== null && (variant.available !== '0' || variant.backorder === 'allowed')),
  }
}

/** Where a picture is served; rights are checked there. */
export function pictureUrl(file: string): string {
  return `/api/media/file/${encodeURIComponent(file)}`
}
