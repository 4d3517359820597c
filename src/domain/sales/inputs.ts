import { z } from 'zod'
import { DayInput } from '@/kernel/period'
import { QuantityInput } from '@/kernel/quantity'

/** A line as programs name it: a variant by id or SKU, a quantity, and a unit unless it is the stock unit. */
export const LineInput = z
  .strictObject({
    variant: z.uuid().optional(),
    sku: z.string().trim().min(1).max(64).optional(),
    quantity: QuantityInput,
    unit: z.string().trim().max(12).optional(),
  })
  .refine((line) => (line.variant === undefined) !== (line.sku === undefined), { error: 'needs either variant or sku' })

/**
 * What a buyer says of the whole order. `shipTo` is one of its addresses; without it the first one for shipping. `branch`
 * is one of its branches; without it the one at the address, or the person's.
 */
export const HeaderInput = {
  shipTo: z.uuid().nullish(),
  branch: z.uuid().nullish(),
  poReference: z.string().trim().max(60).nullish(),
  requestedOn: DayInput.nullish(),
  note: z.string().trim().max(4000).nullish(),
  shipComplete: z.boolean().optional(),
}

export const ReasonInput = z.string().trim().max(400).nullish()

export type LineToOrder = z.output<typeof LineInput>

/** The seller's branch the order belongs to; without it the one that looks after the dealer. For the seller's people. */
export const SellerBranchInput = z.uuid().nullish()

/** How catalog is asked for the variant of a line. */
export function refOf({ variant, sku }: Pick<LineToOrder, 'variant' | 'sku'>): { variant: string } | { sku: string } {
  return variant === undefined ? { sku: sku ?? '' } : { variant }
}

type Header = Partial<Record<'poReference' | 'requestedOn' | 'note', string | null | undefined>> & { shipComplete?: boolean | undefined }

/** The header of an order with nothing left open; an empty text is none. */
export function headerFrom({ poReference, requestedOn, note, shipComplete = false }: Header) {
  return { poReference: poReference || null, requestedOn: requestedOn ?? null, note: note || null, shipComplete }
}
