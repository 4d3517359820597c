import { beforeAll, describe, expect, test } from '@jest/globals'

import { categoryTree, searchFacets, searchProducts, type ProductSearch } from '@/domain/catalog'
import { adjustStock } from '@/domain/inventory'
import { updateDealer } from '@/domain/network'
import { searchWords } from '@/kernel/search-words'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'
import { creatorFor } from '@tests/builders/places'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let create: Awaited<ReturnType<typeof creatorFor>>
const made: Record<string, { product: string; variant: string }> = {}

async function aProduct(name: string, sku: string, more: { category?: string; brand?: string; price?: number | null; stock?: number; specs?: unknown; barcode?: string } = {}) {
  const { category = net.category, brand = null, price = 10_000_000, stock, specs = null, barcode = null } = more
  const product = await create('products', { name, slug: sku.toLowerCase(), category, brand, specs, status: 'active' })
  const variant = await create('variants', { product, sku, barcode, name, stockUnit: net.units.PCS, taxClass: 'standard', status: 'active' })
  if (price !== null) await create('prices', { list: net.baseList, variant, minimumQuantity: 1, unitPriceMicro: price })
  if (stock) await perform(adjustStock, { variant, warehouse: net.warehouse, quantity: stock, reason: 'found in a corner' }, await net.caller(net.people.warehouse))
  made[sku] = { product, variant }
}

async function search(more: Partial<ProductSearch> = {}, dealer = net.d1) {
  return searchProducts(await net.reader(dealer.buyer), { organization: dealer.party, ...more })
}

const skus = (found: Awaited<ReturnType<typeof search>>) => found.rows.map((row) => row.variants[0]?.sku)

beforeAll(async () => {
  net = await aNetwork()
  create = await creatorFor(net.payload, net.people.admin.email)
  const axles = await create('categories', { name: 'Axles', slug: 'axles', parent: net.category })
  const [knott, alko] = [await create('brands', { name: 'Knott', slug: 'knott' }), await create('brands', { name: 'Alko', slug: 'alko' })]
  await aProduct('Galvanized Axle 1000', 'AX-1000', { category: axles, brand: knott, price: 95_500_000, stock: 4, barcode: '4006381333931' })
  await aProduct('Painted Axle 750', 'AX-750', { category: axles, brand: alko, price: 60_000_000 })
  await aProduct('Brake Shoe', 'BR-R92B-58', { brand: knott, price: 12_000_000, stock: 10, specs: [{ name: 'Fits', value: 'galvanized drums' }] })
  await aProduct('Hitch Größe 2', 'HI-2', { price: null })
})

describe('words', () => {
  test.each([
    ['axle', ['AX-1000', 'AX-750']],
    ['galv', ['AX-1000', 'BR-R92B-58']],
    ['axle galvanized', ['AX-1000']],
    ['knott', ['BR-R92B-58', 'AX-1000']],
    ['GRÖSSE', ['HI-2']],
    ['größe 2', ['HI-2']],
    ['BR-R92B', ['BR-R92B-58']],
    ['brr92b', ['BR-R92B-58']],
    ['r92b 58', ['BR-R92B-58']],
    ['4006381333931', ['AX-1000']],
    ["' | ! & ( ) :* \\", ['BR-R92B-58', 'AX-1000', 'HI-2', 'AX-750']],
    ['nothing at all', []],
  ])('%s finds %j', async (q, wanted) => {
    expect(skus(await search({ q }))).toEqual(wanted)
  })

  test('a SKU as typed comes before names', async () => {
    await aProduct('AX-750 spare part set', 'ZZ-1')
    expect(skus(await search({ q: 'ax-750' }))[0]).toBe('AX-750')
  })

  test('typing errors are mended, and it is said', async () => {
    const found = await search({ q: 'galvanised axel' })
    expect(found.correctedTo).toBe('galvanized axle')
    expect(skus(found)).toEqual(['AX-1000'])
    expect((await search({ q: 'AX-1001' })).correctedTo).toBeNull()
  })

  test('the database parts words as the kernel does', async () => {
    const texts = ['FR-R92B-58 Größe 7,2 m²', 'नमस्ते दुनिया।', "d'Arc «quoted» word_two", 'ＦＵＬＬ width ﬁne Ⅻ', 'Čeština/žluťoučký', '東京 タワー', 'a+b=c 100% #7', 'naïve café']
    for (const text of texts) {
      const [row] = await ownerQuery<{ words: string[] }>('select tf_words($1) as words', [text])
      expect(row?.words).toEqual(expect.arrayContaining(searchWords(text)))
    }
  })
})

describe('filters, sorts and pages', () => {
  test('category with those below, brand, stock and own price', async () => {
    expect(skus(await search({ category: 'axles' }))).toEqual(['AX-1000', 'AX-750'])
    expect(skus(await search({ category: net.category, inStock: true }))).toEqual(['BR-R92B-58', 'AX-1000'])
    const { brands } = await searchFacets(await net.reader(net.d1.buyer), { organization: net.d1.party, q: 'axle' })
    expect(brands.map(({ name, count }) => [name, count])).toEqual([['Alko', 1], ['Knott', 1]])
    expect(skus(await search({ brands: [brands[0]!.id] }))).toEqual(['AX-750'])
    expect(skus(await search({ minPriceMicro: 12_000_000, maxPriceMicro: 60_000_000 }))).toEqual(['BR-R92B-58', 'AX-750'])
  })

  test('sorts, and pages that never repeat or lose a row', async () => {
    expect(skus(await search({ sort: 'price' }))).toEqual(['ZZ-1', 'BR-R92B-58', 'AX-750', 'AX-1000'])
    expect(skus(await search({ sort: 'newest' }))[0]).toBe('ZZ-1')
    for (const sort of ['relevance', 'name', 'newest', 'price'] as const) {
      for (const q of [undefined, 'a']) {
        const whole = skus(await search({ sort, ...(q ? { q } : {}) }))
        const paged: unknown[] = []
        let cursor: string | null = null
        do {
          const page: Awaited<ReturnType<typeof search>> = await search({ sort, limit: 1, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) })
          paged.push(...skus(page))
          cursor = page.nextCursor
        } while (cursor)
        expect(paged).toEqual(whole)
      }
    }
    await expect(search({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('the tree of categories counts what is for sale below', async () => {
    const [goods] = await categoryTree(await net.reader(net.d1.buyer))
    expect(goods).toMatchObject({ slug: 'goods', products: 5, children: [{ slug: 'axles', products: 2, path: '/goods/axles/' }] })
  })
})

describe('tenancy and own prices', () => {
  test('a dealer of another tree sees nothing, and not through our organization either', async () => {
    const other = await aNetwork()
    expect((await searchProducts(await other.reader(other.d1.buyer), { organization: other.d1.party })).rows).toEqual([])
    const foreign = await other.reader(other.d1.buyer)
    await expect(searchProducts(foreign, { organization: net.d1.party })).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'The organization was not found.' })
  })

  test('the dealer of a tier sees its own price and is sorted by it; the other sees the base price', async () => {
    const tier = await create('dealer-tiers', { code: 'GOLD', name: 'Gold' })
    const list = await create('price-lists', { code: 'GOLD', name: 'Gold', kind: 'tier', currency: 'USD', tier })
    await create('prices', { list, variant: made['AX-1000']!.variant, minimumQuantity: 1, unitPriceMicro: 5_000_000 })
    await perform(updateDealer, { id: net.d1.dealer, tier }, await net.caller(net.people.admin))
    const [gold] = (await search({ q: 'AX-1000' })).rows
    expect([gold?.priceFromMicro, gold?.available, gold?.isOrderable]).toEqual([5_000_000, '4', true])
    expect(skus(await search({ sort: 'price' }))[0]).toBe('AX-1000')
    expect((await search({ q: 'AX-1000' }, net.d2)).rows[0]?.priceFromMicro).toBe(95_500_000)
    expect(skus(await search({ maxPriceMicro: 6_000_000 }, net.d2))).toEqual([])
  })
})

describe('what is written shows at once', () => {
  test('drafts, discontinued and archived products are not for sale; renaming, brands and bulk SQL are followed', async () => {
    await ownerQuery(`update products set status = 'discontinued' where id = $1`, [made['AX-750']!.product])
    expect(skus(await search({ q: 'painted' }))).toEqual([])
    await ownerQuery(`update products set status = 'active', name = 'Black ' || name where organization_id = $1`, [net.hq.id])
    expect(skus(await search({ q: 'black axle' }))).toEqual(['AX-1000', 'AX-750'])
    await ownerQuery(`update brands set name = 'Renamed' where slug = 'knott'`)
    expect(skus(await search({ q: 'renamed axle' }))).toEqual(['AX-1000'])
    await ownerQuery(`update variants set sku = 'NEW-1' where id = $1`, [made['AX-1000']!.variant])
    expect(skus(await search({ q: 'new-1' }))).toEqual(['NEW-1'])
    await ownerQuery(`update variants set status = 'archived' where id = $1`, [made['AX-1000']!.variant])
    expect(skus(await search({ q: 'new-1' }))).toEqual([])
  })

  test('two variants of one product made at the same time are both found', async () => {
    const product = await create('products', { name: 'Twin', slug: 'twin', category: net.category, status: 'active' })
    const variant = (sku: string) => create('variants', { product, sku, name: 'Twin', stockUnit: net.units.PCS, taxClass: 'standard', status: 'active' })
    await Promise.all(['TWIN-A', 'TWIN-B', 'TWIN-C', 'TWIN-D'].map(variant))
    for (const q of ['twin-a', 'twin-b', 'twin-c', 'twin-d']) expect((await search({ q })).rows).toHaveLength(1)
  })
})

test('more hits than are ranked come by name, page by page, none twice and none lost', async () => {
  const [unit] = [net.units.PCS]
  await ownerQuery(
    `with p as (insert into products (id, organization_id, tree_id, name, slug, category_id, status)
       select gen_random_uuid(), $1, $1, 'Bulk bolt M' || lpad(((i * 7) % 700)::text, 3, '0'), 'bulk-' || i, $2, 'active' from generate_series(1, 700) i returning id, slug, name)
     insert into variants (id, organization_id, tree_id, product_id, sku, name, stock_unit_id, tax_class, status)
       select gen_random_uuid(), $1, $1, id, upper(slug), name, $3, 'standard', 'active' from p`,
    [net.hq.id, net.category, unit],
  )
  for (const more of [{ q: 'bolt' }, { q: 'bolt', category: 'goods' }, { q: 'bolt', sort: 'newest' as const }]) {
    const names: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof search>> = await search({ ...more, limit: 100, ...(cursor ? { cursor } : {}) })
      names.push(...page.rows.map((row) => row.slug))
      cursor = page.nextCursor
    } while (cursor)
    expect([names.length, new Set(names).size]).toEqual([700, 700])
  }
  expect((await search({ q: 'bolt' })).rows[0]?.name).toBe('Bulk bolt M000')
  const facets = await searchFacets(await net.reader(net.d1.buyer), { organization: net.d1.party, q: 'bolt' })
  expect(facets).toMatchObject({ isCapped: false, categories: [{ slug: 'goods', count: 700 }] })
})
