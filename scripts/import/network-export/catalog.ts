import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { slugify } from '@/kernel/slug'
import { cell } from '@/platform/import/cells'
import { idOf, step, type Run, type Source } from '@/platform/import/step'
import { existingBy, tenantOf } from './existing'

const UNCATEGORIZED = 'Uncategorized'
const GRAMS: Record<string, number> = { LB: 453.59237, G: 1, KG: 1000, OZ: 28.349523 }

/** Everything is counted by the piece in this export. */
export const units = step({
  name: 'unit',
  file: 'products.csv',
  target: 'units',
  derive: (records) => records.slice(0, 1).map(({ line }) => ({ line, values: { code: 'EA', name: 'Each' } })),
  schema: z.object({ code: cell.text(12), name: cell.text(60) }),
  key: (row) => row.code,
  existing: (run) => existingBy(run, 'units', 't.code'),
  create: async (run, row) => {
    const unit = await run.payload.create({ collection: 'units', data: { ...tenantOf(run), ...row, dimension: 'count', decimals: 0 } as never })
    return unit.id
  },
})

/** Category and subcategory; rows without one go to "Uncategorized". */
export const categories = step({
  name: 'category',
  file: 'products.csv',
  target: 'categories',
  derive: (records) => distinct(records, ({ category }) => (category ? [category] : [UNCATEGORIZED]), ({ category, subcategory }) => (category && subcategory ? [category, subcategory] : [])),
  schema: z.object({ name: cell.text(120), parent: cell.optional(120) }),
  key: (row) => (row.parent ? `${row.parent} / ${row.name}` : row.name),
  existing: (run) => existingBy(run, 'categories', `coalesce(p.name || ' / ', '') || t.name`, 'left join categories p on p.id = t.parent_id'),
  create: async (run, { name, parent }) => {
    const slug = slugify(parent ? `${parent} ${name}` : name)
    const data = { ...tenantOf(run), name, slug, parent: parent ? idOf(run, 'category', parent, 'category') : null }
    return (await run.payload.create({ collection: 'categories', data: data as never })).id
  },
})

const ProductRow = z.object({
  name: cell.text(200),
  category: cell.optional(120),
  subcategory: cell.optional(120),
  description: cell.optional(4_000),
  photos: cell.optional(2_000),
  sizes: cell.optional(10),
  colors: cell.optional(10),
  sellable: cell.yesNo(),
})

/** A model becomes a product with its SKUs as variants; a SKU without a model is a product of its own. */
export const products = step({
  name: 'product',
  file: 'products.csv',
  target: 'products',
  derive: productRows,
  schema: ProductRow,
  key: (row) => row.name,
  existing: (run) => existingBy(run, 'products', 't.name'),
  create: async (run, row) => {
    const data = { ...tenantOf(run), ...(await productData(run, row)), slug: slugify(row.name, 110) }
    return (await run.payload.create({ collection: 'products', data: data as never })).id
  },
  update: async (run, row, id) => {
    await run.payload.update({ collection: 'products', id, data: (await productData(run, row)) as never })
  },
})

const VariantRow = z.object({
  sku: cell.text(64),
  name: cell.text(200),
  model: cell.optional(200),
  color: cell.optional(60),
  size: cell.optional(60),
  size_unit: cell.optional(12),
  weight: cell.quantity(),
  weight_unit: cell.optional(12),
  sellable: cell.yesNo(),
  sell_end_date: cell.day(),
  discontinued_date: cell.day(),
})

/** A SKU. What is not sold any more is discontinued; parts nobody sells stay drafts. */
export const variants = step({
  name: 'variant',
  file: 'products.csv',
  target: 'variants',
  schema: VariantRow,
  key: (row) => row.sku,
  existing: (run) => existingBy(run, 'variants', 't.sku'),
  create: async (run, row) => {
    const data = { ...tenantOf(run), sku: row.sku, ...variantData(run, row) }
    return (await run.payload.create({ collection: 'variants', data: data as never })).id
  },
  update: async (run, row, id) => {
    await run.payload.update({ collection: 'variants', id, data: variantData(run, row) as never })
  },
})

function variantData(run: Run, row: z.output<typeof VariantRow>) {
  const grams = Math.round(Number(row.weight) * (GRAMS[row.weight_unit] ?? 0))
  return {
    product: idOf(run, 'product', row.model || row.name, 'model'),
    name: row.name,
    options: optionsOf(row),
    stockUnit: idOf(run, 'unit', 'EA', 'unit'),
    taxClass: 'standard',
    weightGrams: grams || null,
    status: statusOf(row, run.today),
  }
}

function optionsOf({ color, size, size_unit: unit }: z.output<typeof VariantRow>): Record<string, string> | null {
  const options = { ...(color ? { Color: color } : {}), ...(size ? { Size: `${size} ${unit.toLowerCase()}`.trim() } : {}) }
  return Object.keys(options).length > 0 ? options : null
}

function statusOf({ discontinued_date: stopped, sell_end_date: ended, sellable }: z.output<typeof VariantRow>, today: string): string {
  const until = stopped || ended
  if (until && until <= today) return 'discontinued'
  return sellable ? 'active' : 'draft'
}

async function productData(run: Run, row: z.output<typeof ProductRow>) {
  const category = row.category ? (row.subcategory ? `${row.category} / ${row.subcategory}` : row.category) : UNCATEGORIZED
  const optionNames = [...(row.colors ? ['Color'] : []), ...(row.sizes ? ['Size'] : [])]
  return {
    name: row.name,
    category: idOf(run, 'category', category, 'category'),
    description: row.description || null,
    optionNames: optionNames.length > 0 ? optionNames : null,
    status: row.sellable ? 'active' : 'draft',
    images: (await Promise.all(row.photos.split('|').filter(Boolean).map((photo) => pictureOf(run, photo, row.name)))).flatMap((image) => (image ? [{ image }] : [])),
  }
}

const pictures = new Map<string, Promise<string | null>>()

// A photo is stored once, however many products show it; a missing file costs the picture, not the product.
async function pictureOf(run: Run, photo: string, alt: string): Promise<string | null> {
  const known = pictures.get(photo)
  if (known) return known
  const made = storePicture(run, photo, alt)
  pictures.set(photo, made)
  return made
}

async function storePicture(run: Run, photo: string, alt: string): Promise<string | null> {
  const filePath = path.join(run.folder, photo)
  const name = `${alt} (${path.basename(photo)})`
  const found = await run.payload.find({ collection: 'media', where: { and: [{ organization: { equals: run.organization.id } }, { alt: { like: `(${path.basename(photo)})` } }] } as never, limit: 1, pagination: false })
  if (found.docs[0]) return found.docs[0].id
  if (!existsSync(filePath)) return null
  return (await run.payload.create({ collection: 'media', data: { ...tenantOf(run), alt: name } as never, filePath })).id
}

function productRows(records: readonly Source[]): Source[] {
  const groups = new Map<string, Source[]>()
  for (const record of records) {
    const name = record.values['model'] || record.values['name'] || ''
    groups.set(name, [...(groups.get(name) ?? []), record])
  }
  return [...groups].map(([name, members]) => {
    const values = members.map((member) => member.values)
    const first = (column: string) => values.find((row) => row[column])?.[column] ?? ''
    const photos = [...new Set(values.map((row) => row['photo'] ?? '').filter(Boolean))].slice(0, 12)
    return {
      line: members[0]?.line ?? 0,
      values: {
        name,
        category: first('category'),
        subcategory: first('subcategory'),
        description: first('description'),
        photos: photos.join('|'),
        sizes: first('size') ? 'yes' : '',
        colors: first('color') ? 'yes' : '',
        sellable: values.some((row) => row['sellable'] === '1') ? '1' : '0',
      },
    }
  })
}

function distinct(records: readonly Source[], ...paths: ((values: Readonly<Record<string, string>>) => string[])[]): Source[] {
  const rows = new Map<string, Source>()
  for (const pathOf of paths) {
    for (const { line, values } of records) {
      const parts = pathOf(values)
      const name = parts.at(-1)
      if (name && !rows.has(parts.join('/'))) rows.set(parts.join('/'), { line, values: { name, parent: parts.length > 1 ? (parts[0] ?? '') : '' } })
    }
  }
  return [...rows.values()]
}
