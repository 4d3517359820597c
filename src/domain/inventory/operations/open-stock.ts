import { z } from 'zod'
import { goodsFields, goodsFor, inStockUnit, saysWhat, UnitCostInput } from '@/domain/inventory/goods'
import { ensureLevels, lockLevels } from '@/domain/inventory/levels'
import { postMoves, type Move } from '@/domain/inventory/ledger'
import { placeFields, placesFor, saysWhere } from '@/domain/inventory/places'
import { refuse } from '@/kernel/errors'
import { businessDay, DayInput } from '@/kernel/period'
import { QuantityOrZeroInput, ZERO } from '@/kernel/quantity'
import { defineOperation, type Context } from '@/platform/operation'

const PERMISSION = 'stock.adjust'

const Row = z
  .strictObject({
    ...goodsFields,
    ...placeFields,
    quantity: QuantityOrZeroInput,
    unitCostMicro: UnitCostInput.optional(),
    shelf: z.string().max(40).optional(),
  })
  .refine(saysWhat, { error: 'Name the variant by its id or its SKU' })
  .refine(saysWhere, { error: 'Name the location or the warehouse' })

/**
 * The opening balance of many levels at once, for imports and a first day. A level that has moves already is refused
 * with CONFLICT; it is corrected with stock.adjust.
 */
export const openStock = defineOperation({
  name: 'stock.open',
  permission: PERMISSION,
  scope: 'organization',
  summary: 'Enter opening balances of stock',
  input: z.strictObject({ rows: z.array(Row).min(1).max(5_000), on: DayInput.optional() }),
  run: async (ctx, { rows, on }) => {
    const { id: organization, tree, zone } = ctx.organization
    const places = await placesFor(ctx, PERMISSION, rows)
    const goods = await goodsFor(ctx, rows)
    const holder = { organization, tree }
    const wanted = rows.map((row, index) => ({ row, goods: goods[index], variant: goods[index]?.id ?? '', location: places[index]?.location ?? '' }))
    mustBeDistinct(wanted)
    await ensureLevels(ctx, holder, wanted.map(({ variant, location, row }) => ({ variant, location, ...(row.shelf ? { shelf: row.shelf } : {}) })))
    const levels = await lockLevels(ctx, organization, goods.map(({ id }) => id))
    const byKey = new Map(levels.map((level) => [`${level.variant} ${level.location}`, level]))
    const moves = wanted.flatMap(({ row, goods: facts, variant, location }): Move[] => {
      const level = byKey.get(`${variant} ${location}`)
      if (!level || !facts) return []
      const quantity = inStockUnit(facts, row.quantity)
      return [{ level, quantity, sku: facts.sku, unit: facts.stockUnit.code, unitCostMicro: row.unitCostMicro ?? null }]
    })
    await mustBeFresh(ctx, moves)
    const cause = { type: 'stock-openings', id: ctx.requestId }
    const posted = moves.filter(({ quantity }) => quantity !== ZERO)
    await postMoves(ctx, { holder, kind: 'opening', moves: posted, cause, on: on ?? businessDay(ctx.now, zone), levels })
    return { levels: moves.length, moves: posted.length }
  },
})

function mustBeDistinct(rows: readonly { variant: string; location: string; goods: { sku: string } | undefined }[]): void {
  const seen = new Set<string>()
  for (const { variant, location, goods } of rows) {
    const key = `${variant} ${location}`
    if (seen.has(key)) refuse('INPUT_INVALID', { reason: `${goods?.sku ?? ''} stands twice for the same location.` })
    seen.add(key)
  }
}

async function mustBeFresh(ctx: Context, moves: readonly Move[]): Promise<void> {
  const ids = moves.map(({ level }) => level.id)
  const moved = await ctx.rows<{ level: string }>('select distinct level_id as level from stock_moves where level_id = any($1::uuid[]) limit 20', [ids])
  const known = new Set(moved.map(({ level }) => level))
  const [first] = moves.filter(({ level }) => known.has(level.id))
  if (first) refuse('CONFLICT', { reason: `${first.sku} has moves at this location already; adjust it instead.` })
}
