import { cardsOf, pictureUrl, type CardVariant, type ProductCard } from '@/domain/catalog/queries/product-cards'
import { marketOf } from '@/domain/catalog/queries/market'
import { perWarehouseSql } from '@/domain/catalog/queries/stock-sql'
import type { PriceBreak } from '@/domain/catalog/rules'
import { refuse } from '@/kernel/errors'
import { toText } from '@/kernel/quantity'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A price from a quantity on, as text in the stock unit. */
export interface PageBreak {
  minimumQuantity: string
  unitPriceMicro: number
}

export interface PageVariant extends CardVariant {
  barcode: string | null
  options: Readonly<Record<string, string>>
  weightGrams: number | null
  breaks: PageBreak[]
  warehouses: { id: string; code: string; name: string; available: string }[]
}

/** Everything a product page shows to one organization. */
export interface ProductPage extends Omit<ProductCard, 'variants'> {
  description: string | null
  specs: { name: string; value: string }[]
  optionNames: string[]
  categories: { id: string; name: string; slug: string }[]
  images: { url: string; thumbUrl: string; alt: string; width: number | null; height: number | null }[]
  variants: PageVariant[]
  custom: Readonly<Record<string, unknown>> | null
}

interface Row {
  id: string
  description: string | null
  specs: ProductPage['specs'] | null
  optionNames: string[] | null
  categories: ProductPage['categories'] | null
  images: { file: string; thumb: string; alt: string; width: number | null; height: number | null }[] | null
  custom: ProductPage['custom']
  more: Record<string, More> | null
}

interface More {
  barcode: string | null
  options: Record<string, string> | null
  weightGrams: number | null
  warehouses: PageVariant['warehouses'] | null
}

const NOTHING_MORE: More = { barcode: null, options: null, weightGrams: null, warehouses: null }

/**
 * One product for sale (by id or slug) with gallery, specification and variants: own price with quantity breaks and what
 * each warehouse can promise. NOT_FOUND for one that is not for sale to the organization.
 */
export async function productPage(reader: Reader, asked: { organization: string; product: string }): Promise<ProductPage> {
  const market = await marketOf(reader, asked.organization)
  const to = bindings([market.seller, asked.product, isUuid(asked.product) ? asked.product : null])
  const reached = sqlOf(reader.reach('products'), 'p', to)
  const [row] = await reader.rows<Row>(PAGE.replace('$REACHED', reached), to.values)
  if (!row) return refuse('NOT_FOUND', { noun: 'The product' })
  const one = bindings([row.id])
  const [found] = (await cardsOf(reader, market, `page as (select $1::uuid as id, '' as value, 0 as hits, 1 as n)`, one)) ?? []
  if (!found) return refuse('NOT_FOUND', { noun: 'The product' })
  return {
    ...found.card,
    description: row.description,
    specs: row.specs ?? [],
    optionNames: row.optionNames ?? [],
    categories: row.categories ?? [],
    images: (row.images ?? []).map(({ file, thumb, ...image }) => ({ ...image, url: pictureUrl(file), thumbUrl: pictureUrl(thumb) })),
    custom: row.custom,
    variants: found.card.variants.map((variant) => pageVariant(variant, row.more?.[variant.id] ?? NOTHING_MORE, found.offers.get(variant.id)?.breaks ?? [])),
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

function pageVariant(variant: CardVariant, { options, warehouses, ...more }: More, breaks: readonly PriceBreak[]): PageVariant {
  const shown = breaks.map((one) => ({ ...one, minimumQuantity: toText(one.minimumQuantity) }))
  return { ...variant, ...more, options: options ?? {}, breaks: shown, warehouses: warehouses ?? [] }
}

const PAGE = `
select p.id, p.description, p.specs, p.option_names as "optionNames", p.custom,
  (select json_agg(json_build_object('id', t.id, 'name', t.name, 'slug', t.slug) order by length(t.path)) from categories t
    where t.organization_id = p.organization_id and c.path like t.path || '%') as categories,
  (select json_agg(json_build_object('file', m.filename, 'thumb', coalesce(m.sizes_thumb_filename, m.filename), 'alt', m.alt, 'width', m.width, 'height', m.height)
    order by i._order) from products_images i join media m on m.id = i.image_id where i._parent_id = p.id) as images,
  (select json_object_agg(v.id, json_build_object('barcode', v.barcode, 'options', v.options, 'weightGrams', v.weight_grams,
    'warehouses', ${perWarehouseSql('v.id')})) from variants v where v.product_id = p.id and v.status = 'active') as more
from products p left join categories c on c.id = p.category_id
where p.organization_id = $1::uuid and (p.id = $3::uuid or p.slug = $2) and p.status = 'active' and p.archived_at is null and $REACHED
order by p.id limit 1`
