import { beforeAll, describe, expect, test } from '@jest/globals'

import { adjustStock, availabilityOf, listStock, lowStock, openStock, receiveStock, stockCard } from '@/domain/inventory'
import { toText } from '@/kernel/quantity'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'
import { creatorFor } from '@tests/builders/places'
import { orderGoods, shipGoods, stockOf } from '@tests/builders/stock'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const walt = () => net.caller(net.people.warehouse)
const adjust = async (sku: string, quantity: number | string, more: object = {}) =>
  perform(adjustStock, { sku, warehouse: net.warehouse, quantity, reason: 'counted again', ...more }, await walt())
const events = (name: string, sku: string) =>
  ownerQuery<{ data: Record<string, unknown> }>(`select data from outbox_events where name = $1 and data->>'sku' = $2 order by id`, [name, sku])

async function order(variant: { id: string; sku: string }, quantity: number) {
  return perform(orderGoods, { buyer: net.d1.party, lines: [{ variant: variant.id, sku: variant.sku, quantity }] }, await net.asSystem())
}

describe('adjusting', () => {
  test('adds and takes with a reason, as moves that say who, when and why', async () => {
    const axle = await net.aVariant()
    await adjust(axle.sku, 10)
    const answer = await adjust(axle.sku, '-3', { reason: 'water damage' })
    expect(answer).toMatchObject({ onHand: '7', quantity: '-3', unit: 'PCS' })
    const moves = await ownerQuery('select kind, quantity::float8, reason, actor_name from stock_moves where variant_id = $1 order by id', [axle.id])
    expect(moves[1]).toEqual({ kind: 'adjusted', quantity: -3, reason: 'water damage', actor_name: 'Walt Warehouse' })
    expect((await events('stock.adjusted', axle.sku)).map(({ data }) => data['quantity'])).toEqual(['10', '-3'])
  })

  test('never below what is reserved, never below nothing, never a part of a whole (S15)', async () => {
    const axle = await net.aVariant({ stock: 10 })
    await order(axle, 8)
    await expect(adjust(axle.sku, -3)).rejects.toMatchObject({ code: 'STOCK_RESERVED', message: `${axle.sku}: 8 PCS are reserved, only 7 would be left.` })
    await expect(adjust(axle.sku, -11)).rejects.toMatchObject({ code: 'STOCK_SHORT' })
    await expect(adjust(axle.sku, 2.5)).rejects.toMatchObject({ code: 'QUANTITY_FRACTION' })
    expect(await stockOf(axle.id)).toMatchObject({ onHand: 10, reserved: 8 })
    const hose = await net.aVariant({ unit: 'M' })
    expect(await adjust(hose.sku, '2.125')).toMatchObject({ onHand: '2.125' })
  })

  test.each([
    [{ reason: '' }, 'INPUT_INVALID'],
    [{ quantity: 0 }, 'INPUT_INVALID'],
    [{ quantity: '1e3' }, 'INPUT_INVALID'],
    [{ surprise: 1 }, 'INPUT_INVALID'],
    [{ warehouse: undefined }, 'INPUT_INVALID'],
    [{ sku: 'NO-SUCH' }, 'NOT_FOUND'],
    [{ warehouse: '01920000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
  ])('refuses %j with %s', async (more, code) => {
    const axle = await net.aVariant()
    await expect(adjust(axle.sku, 1, more)).rejects.toMatchObject({ code })
  })

  test('a dealer may not, and another tree does not find it', async () => {
    const axle = await net.aVariant()
    const input = { sku: axle.sku, warehouse: net.warehouse, quantity: 1, reason: 'mine now' }
    await expect(perform(adjustStock, input, await net.caller(net.d1.admin))).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    const other = await aNetwork()
    await expect(perform(adjustStock, { ...input, sku: undefined, variant: axle.id }, await other.caller(other.people.warehouse))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('two who take 6 of 10 at the same time: one is refused', async () => {
    const axle = await net.aVariant({ stock: 10 })
    const outcomes = await Promise.allSettled([adjust(axle.sku, -6), adjust(axle.sku, -6)])
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await stockOf(axle.id)).toMatchObject({ onHand: 4, moved: 4 })
  })
})

describe('receiving and opening', () => {
  test('receives several lines with their cost, in any unit of the variant', async () => {
    const [one, other] = [await net.aVariant(), await net.aVariant({ packs: [{ unit: 'CASE', factor: '12' }] })]
    const lines = [{ sku: one.sku, quantity: 5, unitCostMicro: 7_123_400 }, { sku: other.sku, quantity: '2.5', unit: 'CASE' }, { sku: one.sku, quantity: 1 }]
    await perform(receiveStock, { warehouse: net.warehouse, reference: 'DN-77', lines }, await walt())
    expect([(await stockOf(one.id)).onHand, (await stockOf(other.id)).onHand]).toEqual([6, 30])
    const [move] = await ownerQuery('select kind, unit_cost_micro::float8 as cost, cause from stock_moves where variant_id = $1 order by id', [one.id])
    expect(move).toEqual({ kind: 'received', cost: 7_123_400, cause: 'DN-77' })
  })

  test('opens many levels at once, each only once', async () => {
    const variants = [await net.aVariant(), await net.aVariant()]
    const rows = variants.map(({ sku }, index) => ({ sku, warehouse: net.warehouse, quantity: index * 5, shelf: `A-${index}`, unitCostMicro: 1_000_000 }))
    expect(await perform(openStock, { rows }, await walt())).toEqual({ levels: 2, moves: 1 })
    await expect(perform(openStock, { rows }, await walt())).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(perform(openStock, { rows: [rows[0], rows[0]] }, await walt())).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const { rows: shown } = await listStock(await net.reader(net.people.warehouse), { variant: variants[1]!.id, limit: 10 })
    expect(shown).toMatchObject([{ onHand: '5', shelf: 'A-1', free: '5' }])
  })
})

describe('S3: low is what is available, not what is on hand', () => {
  test('on hand 30, reserved 25, reorder point 10: announced once, when it becomes low', async () => {
    const create = await creatorFor(net.payload, net.people.admin.email)
    const axle = await net.aVariant({ stock: 30 })
    await create('reorder-rules', { variant: axle.id, warehouse: net.warehouse, safetyQuantity: 0, reorderPoint: 10, reorderQuantity: 50 })
    await order(axle, 19)
    expect(await events('stock.low', axle.sku)).toEqual([])
    await order(axle, 6)
    await order(axle, 1)
    const low = await events('stock.low', axle.sku)
    expect(low.map(({ data }) => [data['available'], data['reorderPoint'], data['warehouseCode']])).toEqual([['5', '10', 'W1']])
    const { rows } = await lowStock(await net.reader(net.people.warehouse), { limit: 100 })
    expect(rows.find((row) => row.sku === axle.sku)).toMatchObject({ onHand: '30', reserved: '26', available: '4' })
  })

  test('safety stock and goods in quarantine cannot be promised', async () => {
    const create = await creatorFor(net.payload, net.people.admin.email)
    const axle = await net.aVariant({ stock: 10 })
    const closed = await create('storage-locations', { warehouse: net.warehouse, code: 'Q', name: 'Quarantine', kind: 'quarantine' })
    await adjust(axle.sku, 7, { location: closed, warehouse: undefined })
    await create('reorder-rules', { variant: axle.id, warehouse: net.warehouse, safetyQuantity: 4, reorderPoint: 0 })
    const available = await availabilityOf(await net.reader(net.d1.buyer), { seller: net.hq.id, variants: [axle.id] })
    expect(toText(available.get(axle.id)!.total)).toBe('6')
    await expect(order(axle, 7)).rejects.toMatchObject({ message: `${axle.sku}: 7 PCS requested, 6 available.` })
  })
})

describe('several warehouses', () => {
  test('allocation goes by priority and is split; shipping from elsewhere moves the reservation', async () => {
    const create = await creatorFor(net.payload, net.people.admin.email)
    const far = await create('warehouses', { code: 'W9', name: 'Far warehouse', priority: 9 })
    const axle = await net.aVariant({ stock: 6 })
    await adjust(axle.sku, 10, { warehouse: far })
    const [line] = (await order(axle, 8)).lines
    const at = () =>
      ownerQuery<{ code: string; onHand: number; reserved: number }>(
        `select w.code, sum(l.on_hand)::float8 as "onHand", sum(l.reserved)::float8 as reserved from stock_levels l join storage_locations s on s.id = l.location_id
         join warehouses w on w.id = s.warehouse_id where l.variant_id = $1 group by 1 order by 1`,
        [axle.id],
      )
    expect(await at()).toEqual([{ code: 'W1', onHand: 6, reserved: 6 }, { code: 'W9', onHand: 10, reserved: 2 }])
    await perform(shipGoods, { variant: axle.id, sku: axle.sku, quantity: 5, warehouse: far, orderLine: line! }, await net.asSystem())
    expect(await at()).toEqual([{ code: 'W1', onHand: 6, reserved: 3 }, { code: 'W9', onHand: 5, reserved: 0 }])
    expect(await stockOf(axle.id)).toEqual({ onHand: 11, reserved: 3, promised: 3, moved: 11 })
    const consumed = await ownerQuery<{ sum: number }>(`select sum(quantity)::float8 from reservations where order_line_id = $1 and state = 'consumed'`, [line])
    expect(consumed).toEqual([{ sum: 5 }])
  })

  test('a new warehouse has a default location, and a new default takes its place', async () => {
    const create = await creatorFor(net.payload, net.people.admin.email)
    const warehouse = await create('warehouses', { code: 'W5', name: 'New warehouse', priority: 5 })
    const second = await create('storage-locations', { warehouse, code: 'HALL', name: 'Hall', kind: 'stock', isDefault: true })
    const rows = await ownerQuery('select id, is_default from storage_locations where warehouse_id = $1 order by is_default', [warehouse])
    expect(rows).toEqual([expect.objectContaining({ is_default: false }), { id: second, is_default: true }])
  })
})

test('the stock card shows the balance after each move, page by page', async () => {
  const axle = await net.aVariant()
  for (const quantity of [10, -3, 5, -2, 1]) await adjust(axle.sku, quantity)
  const reader = await net.reader(net.people.warehouse)
  const balances: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof stockCard>> = await stockCard(reader, { variant: axle.id, limit: 2, ...(cursor ? { cursor } : {}) })
    balances.push(...page.rows.map((row) => row.balance))
    cursor = page.nextCursor
  } while (cursor)
  expect(balances).toEqual(['11', '10', '12', '7', '10'])
  const other = await aNetwork()
  const foreign = stockCard(await other.reader(other.people.warehouse), { variant: axle.id, limit: 2 })
  await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'The variant was not found.' })
})
