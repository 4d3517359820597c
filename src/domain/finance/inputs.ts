import { z } from 'zod'
import { DayInput } from '@/kernel/period'
import { QuantityInput } from '@/kernel/quantity'

/** One tax as a line carries it. */
export const TaxInput = z.strictObject({
  name: z.string().min(1).max(80),
  ratePpm: z.int().min(-1_000_000).max(1_000_000),
  compound: z.boolean().default(false),
})

/** An amount of zero or more in minor units. */
export const MinorInput = z.int().min(0)

/** A line to bill. Without `taxes` the seller's rates at the ship-to place decide. */
export const InvoiceLineInput = z.strictObject({
  orderLine: z.uuid().nullish(),
  shipmentLine: z.uuid().nullish(),
  sku: z.string().max(64).nullish(),
  name: z.string().trim().min(1).max(200),
  unit: z.string().trim().min(1).max(12),
  quantity: QuantityInput,
  unitPriceMicro: MinorInput,
  discountMinor: MinorInput.default(0),
  taxClass: z.string().max(40).nullish(),
  taxes: z.array(TaxInput).max(10).optional(),
  untaxedReason: z.string().max(200).nullish(),
})

/** Name and address as a document keeps them. */
export const PartyInput = z.strictObject({
  name: z.string().trim().min(1).max(160),
  recipient: z.string().max(160).nullish(),
  line1: z.string().max(160).optional(),
  line2: z.string().max(160).nullish(),
  city: z.string().max(80).optional(),
  region: z.string().max(80).nullish(),
  postalCode: z.string().max(20).nullish(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'must be two capital letters like US' })
    .optional(),
  phone: z.string().max(40).nullish(),
  email: z.string().max(160).nullish(),
})

/** Free text of a document; an empty text removes it. */
export const NoteInput = z.string().max(4000)

/** Which invoices a payment settles, and how much of each. */
export const AllocationsInput = z
  .array(z.strictObject({ invoice: z.uuid(), amountMinor: z.int().min(1) }))
  .min(1)
  .max(200)

/** Explicit rows, the oldest due first, or none: then the whole payment is unapplied credit. */
export const AllocateInput = z.union([z.enum(['oldest-first', 'none']), AllocationsInput])

export { DayInput }
