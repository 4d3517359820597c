import { z } from 'zod'
import { codeOf, isSame, mustBeUntouched, oneRow, readAll } from '@/jobs/import/lookup'
import { reqOf } from '@/jobs/import/req'
import { slugify } from '@/kernel/slug'
import { cell } from '@/platform/import/cells'
import { step, type Run } from '@/platform/import/step'
import { crudCreate, crudDelete, crudUpdate } from '@/platform/payload/crud'

const PRODUCT = { slug: 'products', noun: 'The product' }
const VARIANT = { slug: 'variants', noun: 'The variant' }

const Row = z.object({
  sku: cell.text(64),
  product: cell.text(200),
  variant: cell.optional(200),
  category: cell.text(250),
  brand: cell.optional(120),
  unit: cell.optional(12),
  taxClass: cell.optional(40),
  barcode: cell.optional(64),
  weightGrams: cell.optional(12).refine((grams) => grams === '' || /^\d{1,9}$/.test(grams), 'is not a whole number of grams'),
  description: cell.optional(4_000),
  status: cell.optional(20).transform((status) => status.toLowerCase()).refine((status) => ['', 'draft', 'active', 'discontinued'].includes(status), 'is draft, active or discontinued'),
})
type Row = z.output<typeof Row>

const PRESENT = `select v.revision::float8 as revision, v.product_id as product, v.name, v.barcode, v.tax_class as "taxClass", v.weight_grams::float8 as "weightGrams",
  v.status::text as status, p.revision::float8 as "productRevision", p.category_id as category, p.brand_id as brand, p.description, p.status::text as "productStatus"
  from variants v join products p on p.id = v.product_id where v.id = $1::uuid`
type Present = Record<string, unknown> & { revision: number; product: string; productRevision: number }

/** Variants by SKU; rows with the same product name are variants of one product. */
export const productStep = step<Row>({
  name: 'product',
  file: '',
  target: 'variants',
  schema: Row,
  key: (row) => row.sku,
  existing: (run) => readAll(run, 'select t.sku as key, t.id from variants t where t.organization_id = $1'),
  before: async (run, row, id) => (id ? oneRow<Present>(run, PRESENT, [id]) : { revision: 1, madeProduct: (await productNamed(run, row.product)) === null }),
  create: async (run, row) => {
    const req = await reqOf(run)
    const product = (await productNamed(run, row.product)) ?? (await crudCreate(req, PRODUCT, await newProduct(run, row))).id
    const unit = await codeOf(run, { table: 'units', key: 't.code', noun: 'unit' }, row.unit || 'EA', 'unit')
    const variant = { organization: run.organization.id, product, sku: row.sku, stockUnit: unit, taxClass: 'standard', name: row.variant || row.product, ...variantValues(row) }
    return (await crudCreate(req, VARIANT, variant)).id
  },
  update: async (run, row, id) => {
    const present = await oneRow<Present>(run, PRESENT, [id])
    if (!present) return false
    const req = await reqOf(run)
    const [variant, product] = [{ ...(row.variant ? { name: row.variant } : {}), ...variantValues(row) }, await productValues(run, row)]
    const isVariantSame = isSame(present, variant)
    const isProductSame = isSame({ ...present, status: present['productStatus'] }, product)
    if (!isVariantSame) await crudUpdate(req, VARIANT, id, variant)
    if (!isProductSame) await crudUpdate(req, PRODUCT, present.product, product)
    return !isVariantSame || !isProductSame
  },
  undo: async (run, { target, state, before }) => {
    const req = await reqOf(run)
    const present = await oneRow<Present>(run, PRESENT, [target])
    const noun = `The product ${String(present?.['name'] ?? '')}`.trim()
    if (state === 'created') {
      mustBeUntouched(present, before, noun)
      await crudDelete(req, VARIANT, target)
      if (before['madeProduct'] && present && !(await hasVariants(run, present.product))) await crudDelete(req, PRODUCT, present.product)
      return
    }
    if (wasTouched(present, before)) mustBeUntouched(present, { revision: -1 }, noun)
    const { name, barcode, taxClass, weightGrams, status, category, brand, description, productStatus } = before
    await crudUpdate(req, VARIANT, target, { name, barcode, taxClass, weightGrams, status })
    await crudUpdate(req, PRODUCT, String(before['product']), { category, brand, description, status: productStatus })
  },
})

function wasTouched(present: Present | null, before: Record<string, unknown>): boolean {
  return !present || present.revision > Number(before['revision']) + 1 || present.productRevision > Number(before['productRevision']) + 1
}

function variantValues(row: Row): Record<string, unknown> {
  return {
    ...(row.barcode ? { barcode: row.barcode } : {}),
    ...(row.taxClass ? { taxClass: row.taxClass } : {}),
    ...(row.weightGrams ? { weightGrams: Number(row.weightGrams) } : {}),
    ...(row.status ? { status: row.status } : {}),
  }
}

async function productValues(run: Run, row: Row): Promise<Record<string, unknown>> {
  return {
    category: await categoryOf(run, row.category),
    ...(row.brand ? { brand: await codeOf(run, { table: 'brands', key: 't.name', noun: 'brand' }, row.brand, 'brand') } : {}),
    ...(row.description ? { description: row.description } : {}),
    ...(row.status ? { status: row.status } : {}),
  }
}

async function newProduct(run: Run, row: Row): Promise<Record<string, unknown>> {
  const base = slugify(row.product, 100) || 'product'
  const taken = await oneRow(run, 'select 1 from products where organization_id = $1::uuid and slug = $2 and archived_at is null', [run.organization.id, base])
  return { organization: run.organization.id, name: row.product, slug: taken ? `${base}-${slugify(row.sku, 18)}` : base, status: 'draft', ...(await productValues(run, row)) }
}

function categoryOf(run: Run, path: string): Promise<string> {
  const text = path.split(/\s*[/>]\s*/).join(' / ')
  const isPath = text.includes(' / ')
  const what = isPath ? { key: "coalesce(p.name || ' / ', '') || t.name", joins: 'left join categories p on p.id = t.parent_id' } : { key: 't.name' }
  return codeOf(run, { table: 'categories', noun: 'category', ...what }, text, 'category')
}

async function productNamed(run: Run, name: string): Promise<string | null> {
  const found = await oneRow<{ id: string }>(run, 'select id from products where organization_id = $1::uuid and lower(name) = lower($2) and archived_at is null order by id limit 1', [run.organization.id, name])
  return found?.id ?? null
}

async function hasVariants(run: Run, product: string): Promise<boolean> {
  return (await oneRow(run, 'select 1 from variants where product_id = $1::uuid limit 1', [product])) !== null
}
