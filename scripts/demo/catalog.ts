import { slugify } from '@/kernel/slug'
import { perform } from '@/platform/perform'
import { openStock } from '@/domain/inventory'
import { drawPicture } from './pictures'
import type { CategorySpec, FamilySpec } from './spec'
import type { Tree } from './tools'

/** A variant of the demonstration as the history needs it. */
export interface Goods {
  id: string
  sku: string
  category: string
  price: number
  unit: string
  minimum: number
  step: number
}

/** Fills the catalog with categories, brands, products with pictures, prices of every kind and opening stock. */
export async function fillCatalog(tree: Tree, openedAt: Date): Promise<Goods[]> {
  for (const category of tree.spec.categories) await addCategory(tree, category)
  for (const name of tree.spec.brands) tree.keep('brand', name, await tree.create('brands', { name, slug: slugify(name) }))
  await addPriceLists(tree)
  const goods: Goods[] = []
  for (const [index, family] of tree.spec.families.entries()) goods.push(...(await addFamily(tree, family, index)))
  goods.push(...(await addDemoGoods(tree)))
  await openAll(tree, goods, openedAt)
  return goods
}

async function addCategory(tree: Tree, { name, children }: CategorySpec): Promise<void> {
  const parent = tree.keep('category', name, await tree.create('categories', { name, slug: slugify(name), position: tree.spec.categories.findIndex((one) => one.name === name) }))
  for (const [position, child] of children.entries()) {
    tree.keep('category', child, await tree.create('categories', { name: child, slug: slugify(child), parent, position }))
  }
}

async function addPriceLists(tree: Tree): Promise<void> {
  const { currency, tiers } = tree.spec
  const list = async (code: string, data: Record<string, unknown>) => tree.keep('list', code, await tree.create('price-lists', { code, currency, ...data }))
  await list('BASE', { name: 'List prices', kind: 'base', priority: 10 })
  await list('COST', { name: 'Standard costs', kind: 'cost', priority: 10 })
  for (const { code, name } of tiers) await list(code, { name: `${name} prices`, kind: 'tier', tier: tree.at('tier', code), priority: 10 })
  await list('D1-CONTRACT', { name: 'Contract with D1', kind: 'contract', party: tree.at('party', 'D1'), priority: 10 })
}

async function addFamily(tree: Tree, family: FamilySpec, index: number): Promise<Goods[]> {
  const top = topCategory(tree, family.category)
  const picture = await drawPicture(top.icon, top.hue, index)
  const image = await tree.create('media', { alt: family.name }, picture)
  const product = await tree.create('products', {
    name: family.name,
    slug: slugify(family.name),
    category: tree.at('category', family.category),
    brand: family.brand ? tree.at('brand', family.brand) : null,
    status: 'active',
    description: family.description,
    specs: Object.entries(family.specs).map(([name, value]) => ({ name, value })),
    optionNames: family.options ? Object.keys(family.options) : null,
    images: [{ image }],
  })
  const goods: Goods[] = []
  for (const [position, options] of combinations(family.options ?? {}).entries()) {
    const price = Math.round((family.price + (family.step ?? 0) * position) * 100) / 100
    const sku = `${skuOf(family.name)}-${String(position + 1).padStart(2, '0')}`
    goods.push(await addVariant(tree, { family, product, sku, name: [family.name, ...Object.values(options)].join(', '), options, price, position }))
  }
  return goods
}

interface VariantWish {
  family: Partial<FamilySpec> & { category: string }
  product: string
  sku: string
  name: string
  options: Record<string, string>
  price: number
  position: number
}

async function addVariant(tree: Tree, { family, product, sku, name, options, price, position }: VariantWish): Promise<Goods> {
  const unit = family.unit ?? 'EA'
  const id = await tree.create('variants', {
    product,
    sku,
    name,
    options: Object.keys(options).length > 0 ? options : null,
    stockUnit: tree.at('unit', unit),
    packs: family.packs ?? null,
    taxClass: 'standard',
    weightGrams: family.weightGrams ?? null,
    minimumQuantity: family.minimum ?? null,
    stepQuantity: family.stepQuantity ?? null,
    status: 'active',
    position,
  })
  tree.keep('variant', sku, id)
  await addPrices(tree, id, price, family.volume)
  return { id, sku, category: family.category, price, unit, minimum: family.minimum ?? 1, step: family.stepQuantity ?? 1 }
}

async function addPrices(tree: Tree, variant: string, price: number, volume: FamilySpec['volume']): Promise<void> {
  const add = (code: string, amount: number, minimumQuantity = 1) =>
    tree.create('prices', { list: tree.at('list', code), variant, minimumQuantity, unitPriceMicro: Math.round(amount * 10_000) * 100 })
  await add('BASE', price)
  await add('COST', price * 0.62)
  if (volume) await add('BASE', price * (1 - volume.less), volume.from)
  for (const { code, less } of tree.spec.tiers) {
    await add(code, price * (1 - less))
    if (volume) await add(code, price * (1 - less) * (1 - volume.less), volume.from)
  }
}

// DEMO-001 … DEMO-050 are the fixed points of testers: one product each, plain prices, plenty of stock.
async function addDemoGoods(tree: Tree): Promise<Goods[]> {
  const goods: Goods[] = []
  for (const [index, { name, category, price, unit }] of tree.spec.demoGoods.entries()) {
    const top = topCategory(tree, category)
    const image = index % 10 === 0 ? tree.keep('demo picture', String(index / 10), await tree.create('media', { alt: name }, await drawPicture(top.icon, top.hue, index))) : tree.at('demo picture', String(Math.floor(index / 10)))
    const sku = `DEMO-${String(index + 1).padStart(3, '0')}`
    const product = await tree.create('products', { name, slug: slugify(`${name} ${sku}`), category: tree.at('category', category), status: 'active', description: `${name}, article ${sku}.`, images: [{ image }] })
    goods.push(await addVariant(tree, { family: { category, unit }, product, sku, name, options: {}, price, position: 0 }))
  }
  return goods
}

async function openAll(tree: Tree, goods: readonly Goods[], openedAt: Date): Promise<void> {
  const caller = await tree.asSystem(openedAt)
  for (const [place, { code }] of tree.spec.branches.entries()) {
    const lines = goods.map((one) => ({ variant: one.id, location: tree.at('location', code), quantity: openingQuantity(tree, one, place), unitCostMicro: Math.round(one.price * 0.62 * 10_000) * 100 }))
    for (let from = 0; from < lines.length; from += 200) await perform(openStock, { rows: lines.slice(from, from + 200) }, caller)
  }
  for (const one of goods) {
    const point = Math.max(2, Math.round(stockFor(tree, one) * 0.12))
    const first = tree.spec.branches[0]?.code ?? ''
    await tree.create('reorder-rules', { variant: one.id, warehouse: tree.at('warehouse', first), safetyQuantity: 0, reorderPoint: point, reorderQuantity: point * 4 })
  }
}

function openingQuantity(tree: Tree, goods: Goods, place: number): string {
  const share = place === 0 ? 0.7 : 0.3
  return String(Math.max(1, Math.round(stockFor(tree, goods) * share * (0.7 + tree.random.next() * 0.6))))
}

/** About what a year takes, with dear goods in small numbers. */
function stockFor(tree: Tree, goods: Goods): number {
  if (goods.price > 20_000) return 24
  const [, most] = tree.spec.typicalQuantity
  return goods.sku.startsWith('DEMO-') ? most * 40 : most * 18
}

function topCategory(tree: Tree, name: string): CategorySpec {
  const found = tree.spec.categories.find((one) => one.name === name || one.children.includes(name))
  if (!found) throw new Error(`The demonstration has no category ${name}.`)
  return found
}

function combinations(options: Readonly<Record<string, readonly string[]>>): Record<string, string>[] {
  return Object.entries(options).reduce<Record<string, string>[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  )
}

function skuOf(name: string): string {
  const words = name.toUpperCase().replace(/[^A-Z0-9 ]/g, '').split(' ').filter(Boolean)
  return words.map((word) => (/\d/.test(word) ? word : word.slice(0, 4))).join('-')
}
