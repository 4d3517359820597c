import { z } from 'zod'
import { toStockQuantity, variantsForOrder, type VariantFacts, type VariantRef } from '@/domain/catalog'
import { refuse } from '@/kernel/errors'
import type { Quantity } from '@/kernel/quantity'
import type { Context } from '@/platform/operation'

/** Which variant: by id or by SKU. */
export const goodsFields = { variant: z.uuid().optional(), sku: z.string().min(1).max(64).optional() }

/** What one unit cost: integer micro-units of the major unit, per stock unit. */
export const UnitCostInput = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

export interface GoodsInput {
  variant?: string | undefined
  sku?: string | undefined
}

/** Exactly one of id and SKU is given. */
export function saysWhat(input: GoodsInput): boolean {
  return (input.variant === undefined) !== (input.sku === undefined)
}

/** The variants that are meant, in the order of the inputs. NOT_FOUND for one the acting organization does not have. */
export async function goodsFor(ctx: Context, inputs: readonly GoodsInput[]): Promise<VariantFacts[]> {
  const refs = inputs.map(refOf)
  const found = await variantsForOrder(ctx, { seller: ctx.organization.id, refs })
  return inputs.map((input) => found.get(input.variant ?? input.sku ?? '') ?? refuse('NOT_FOUND', { noun: `The product ${input.sku ?? input.variant ?? ''}` }))
}

/** A quantity in any unit of the variant as its stock quantity; refuses what cannot be divided (S15). */
export function inStockUnit(facts: VariantFacts, quantity: Quantity, unit = facts.stockUnit.code): Quantity {
  return toStockQuantity({ quantity, unit }, facts).stockQuantity
}

function refOf(input: GoodsInput): VariantRef {
  return input.variant === undefined ? { sku: input.sku ?? '' } : { variant: input.variant }
}
