import { z } from 'zod'
import { DayInput } from '@/kernel/period'

const code = (most: number) => z.string().trim().min(1).max(most)
const amount = z.number().min(0.000001).max(9_000_000_000)
const organization = z.uuid().optional()
const custom = z.record(z.string().max(40), z.unknown()).nullable().optional()

/** Specification as a list of name and value. */
const Specs = z.array(z.strictObject({ name: code(120), value: z.string().max(1_000) })).max(100)

/** Fields of a variant; beside a product they may be left to it. */
export const VariantFields = z.strictObject({
  product: z.uuid(),
  sku: code(64),
  name: code(200).optional(),
  barcode: z.string().max(64).nullable().optional(),
  options: z.record(z.string().max(60), z.string().max(120)).nullable().optional(),
  stockUnit: z.uuid(),
  packs: z.array(z.strictObject({ unit: code(12), factor: z.union([z.string(), z.number()]) })).max(20).nullable().optional(),
  taxClass: code(40).optional(),
  weightGrams: z.number().int().min(0).nullable().optional(),
  minimumQuantity: amount.nullable().optional(),
  stepQuantity: amount.nullable().optional(),
  backorder: z.enum(['none', 'allowed']).optional(),
  status: z.enum(['draft', 'active', 'discontinued', 'archived']).optional(),
  position: z.number().int().optional(),
  custom,
  organization,
})

const productFields = {
  name: code(200),
  slug: code(120).optional(),
  category: z.uuid(),
  brand: z.uuid().nullable().optional(),
  status: z.enum(['draft', 'active', 'discontinued', 'archived']).optional(),
  description: z.string().max(4_000).nullable().optional(),
  specs: Specs.nullable().optional(),
  optionNames: z.array(code(60)).max(10).nullable().optional(),
  images: z.array(z.strictObject({ image: z.uuid() })).max(12).optional(),
  custom,
  organization,
}

/** A new product with at least one variant. */
export const NewProduct = z.strictObject({
  ...productFields,
  variants: z.array(VariantFields.omit({ product: true, organization: true })).min(1).max(100),
})

/** What may change of a product; archiving is `archivedAt`, restoring is null. */
export const ProductChange = z.strictObject({ ...productFields, archivedAt: z.iso.datetime().nullable() }).partial()

export const CategoryFields = z.strictObject({
  name: code(120),
  slug: code(80),
  parent: z.uuid().nullable().optional(),
  position: z.number().int().optional(),
  description: z.string().max(4_000).nullable().optional(),
  organization,
})

export const BrandFields = z.strictObject({ name: code(120), slug: code(80), organization })

export const UnitFields = z.strictObject({
  code: code(12),
  name: code(60),
  dimension: z.enum(['count', 'mass', 'length', 'volume', 'area', 'time']).optional(),
  decimals: z.number().int().min(0).max(6).optional(),
  organization,
})

const days = { fromDay: DayInput.nullable().optional(), toDay: DayInput.nullable().optional() }

export const PriceListFields = z.strictObject({
  code: code(40),
  name: code(120),
  kind: z.enum(['contract', 'customer', 'tier', 'base', 'cost']),
  currency: z.string().regex(/^[A-Z]{3}$/),
  tier: z.uuid().nullable().optional(),
  party: z.uuid().nullable().optional(),
  ...days,
  taxInclusive: z.boolean().optional(),
  priority: z.number().int().optional(),
  organization,
})

export const PriceFields = z.strictObject({
  list: z.uuid(),
  variant: z.uuid(),
  minimumQuantity: amount.optional(),
  unitPriceMicro: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  ...days,
  organization,
})
