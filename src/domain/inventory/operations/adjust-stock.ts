import { z } from 'zod'
import { stockAdjusted } from '@/domain/inventory/events'
import { goodsFields, goodsFor, inStockUnit, saysWhat } from '@/domain/inventory/goods'
import { ensureLevels, lockLevels } from '@/domain/inventory/levels'
import { postMoves } from '@/domain/inventory/ledger'
import { placeFields, placesFor, saysWhere } from '@/domain/inventory/places'
import { refuse } from '@/kernel/errors'
import { businessDay } from '@/kernel/period'
import { addQuantity, SignedQuantityInput, toText } from '@/kernel/quantity'
import { defineOperation } from '@/platform/operation'

const PERMISSION = 'stock.adjust'

/**
 * Corrects what is on hand of a variant at one place by a signed quantity, with a reason. Refuses to go below what is
 * reserved (STOCK_RESERVED) or below nothing (STOCK_SHORT).
 */
export const adjustStock = defineOperation({
  name: 'stock.adjust',
  permission: PERMISSION,
  scope: 'organization',
  summary: 'Adjust what is on hand, with a reason',
  input: z
    .strictObject({
      ...goodsFields,
      ...placeFields,
      quantity: SignedQuantityInput.refine((value) => value !== 0n, { error: 'must not be zero' }),
      unit: z.string().min(1).max(12).optional(),
      reason: z.string().trim().min(3).max(500),
    })
    .refine(saysWhat, { error: 'Name the variant by its id or its SKU' })
    .refine(saysWhere, { error: 'Name the location or the warehouse' }),
  run: async (ctx, input) => {
    const { id: organization, tree, zone } = ctx.organization
    const [[place], [goods]] = [await placesFor(ctx, PERMISSION, [input]), await goodsFor(ctx, [input])]
    if (!place || !goods) return refuse('NOT_FOUND', { noun: 'The product' })
    const quantity = inStockUnit(goods, input.quantity, input.unit)
    const holder = { organization, tree }
    await ensureLevels(ctx, holder, [{ variant: goods.id, location: place.location }])
    const levels = await lockLevels(ctx, organization, [goods.id])
    const level = levels.find((one) => one.location === place.location)
    if (!level) return refuse('NOT_FOUND', { noun: 'The stock level' })
    const [sku, unit] = [goods.sku, goods.stockUnit.code]
    const moves = [{ level, quantity, sku, unit, reason: input.reason }]
    const cause = { type: 'stock-adjustments', id: ctx.requestId }
    await postMoves(ctx, { holder, kind: 'adjusted', moves, cause, on: businessDay(ctx.now, zone), levels })
    const onHand = toText(addQuantity(level.onHand, quantity))
    const { warehouse, warehouseCode, location } = place
    const said = { variant: goods.id, sku, unit, warehouse, warehouseCode, location, quantity: toText(quantity), onHand, reason: input.reason }
    ctx.emit(stockAdjusted, { type: 'stock-levels', id: level.id, organization }, said)
    return { level: level.id, ...said }
  },
})
