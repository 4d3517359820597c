import { z } from 'zod'
import { stockReceived } from '@/domain/inventory/events'
import { goodsFields, goodsFor, inStockUnit, saysWhat, UnitCostInput } from '@/domain/inventory/goods'
import { ensureLevels, lockLevels } from '@/domain/inventory/levels'
import { postMoves, type Move } from '@/domain/inventory/ledger'
import { placeFields, placesFor, saysWhere } from '@/domain/inventory/places'
import { refuse } from '@/kernel/errors'
import { businessDay } from '@/kernel/period'
import { QuantityInput, toText } from '@/kernel/quantity'
import { defineOperation } from '@/platform/operation'

const PERMISSION = 'stock.receive'

const Line = z
  .strictObject({
    ...goodsFields,
    quantity: QuantityInput,
    unit: z.string().min(1).max(12).optional(),
    unitCostMicro: UnitCostInput.optional(),
  })
  .refine(saysWhat, { error: 'Name the variant by its id or its SKU' })

/** Takes goods into one place, with what one stock unit of them cost. */
export const receiveStock = defineOperation({
  name: 'stock.receive',
  permission: PERMISSION,
  scope: 'organization',
  summary: 'Receive goods into stock',
  input: z
    .strictObject({ ...placeFields, reference: z.string().trim().max(64).optional(), lines: z.array(Line).min(1).max(500) })
    .refine(saysWhere, { error: 'Name the location or the warehouse' }),
  run: async (ctx, input) => {
    const { id: organization, tree, zone } = ctx.organization
    const [place] = await placesFor(ctx, PERMISSION, [input])
    if (!place) return refuse('NOT_FOUND', { noun: 'The warehouse' })
    const goods = await goodsFor(ctx, input.lines)
    const holder = { organization, tree }
    await ensureLevels(ctx, holder, goods.map(({ id }) => ({ variant: id, location: place.location })))
    const levels = await lockLevels(ctx, organization, goods.map(({ id }) => id))
    const here = new Map(levels.filter(({ location }) => location === place.location).map((level) => [level.variant, level]))
    const moves = goods.flatMap((facts, index): Move[] => {
      const [line, level] = [input.lines[index], here.get(facts.id)]
      if (!line || !level) return []
      const quantity = inStockUnit(facts, line.quantity, line.unit)
      return [{ level, quantity, sku: facts.sku, unit: facts.stockUnit.code, unitCostMicro: line.unitCostMicro ?? null }]
    })
    const receipt = ctx.id()
    const cause = { type: 'stock-receipts', id: input.reference ?? receipt }
    await postMoves(ctx, { holder, kind: 'received', moves, cause, on: businessDay(ctx.now, zone), levels })
    const { warehouse, warehouseCode, location } = place
    const lines = moves.map(({ level, sku, quantity }) => ({ variant: level.variant, sku, quantity: toText(quantity) }))
    const said = { warehouse, warehouseCode, location, reference: input.reference ?? null, lines }
    ctx.emit(stockReceived, { type: 'warehouses', id: warehouse, organization }, said)
    return { receipt, ...said }
  },
})
