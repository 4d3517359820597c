import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { NewProduct } from '@/endpoints/catalog-fields'
import { slugify } from '@/kernel/slug'
import { crudCreate, crudDelete, crudGet, crudList, together, type Doc } from '@/platform/payload/crud'

export const PRODUCT = { slug: 'products', noun: 'The product' }
export const VARIANT = { slug: 'variants', noun: 'The variant' }

const MOST_VARIANTS = 200

/** A product with its variants, as master data. */
export async function masterProduct(req: PayloadRequest, id: string): Promise<Doc> {
  const product = await crudGet(req, PRODUCT, id)
  return { ...product, variants: await variantsOf(req, product.id) }
}

/** Creates a product and its variants as one; a variant without a name bears the product's. */
export async function createProduct(req: PayloadRequest, { variants, ...fields }: z.output<typeof NewProduct>): Promise<Doc> {
  return together(req, async () => {
    const slug = fields.slug ?? slugify(fields.name, 120)
    const product = await crudCreate(req, PRODUCT, { status: 'draft', ...fields, slug })
    const made: Doc[] = []
    for (const variant of variants) made.push(await crudCreate(req, VARIANT, variantData(product, variant)))
    return { ...product, variants: made }
  })
}

/** Deletes a product that nothing was ever done with, its variants included. RELATED_ROWS otherwise: archive it. */
export async function deleteProduct(req: PayloadRequest, id: string): Promise<void> {
  await together(req, async () => {
    for (const variant of await variantsOf(req, (await crudGet(req, PRODUCT, id)).id)) await crudDelete(req, { ...VARIANT, noun: 'The product' }, variant.id)
    await crudDelete(req, PRODUCT, id)
  })
}

/** A variant's data with what its product gives. */
export function variantData(product: Doc, variant: { name?: string | undefined; taxClass?: string | undefined }): object {
  return { status: 'active', ...variant, name: variant.name ?? product['name'], taxClass: variant.taxClass ?? 'standard', product: product.id, organization: product['organization'] }
}

async function variantsOf(req: PayloadRequest, product: string): Promise<Doc[]> {
  const found = await crudList(req, VARIANT, { where: { product: { equals: product } }, limit: MOST_VARIANTS })
  return found.sort((a, b) => Number(a['position'] ?? 0) - Number(b['position'] ?? 0) || (a.id < b.id ? -1 : 1))
}
