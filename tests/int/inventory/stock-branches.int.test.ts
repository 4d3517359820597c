import { beforeAll, describe, expect, test } from '@jest/globals'
import { actionSources } from '@/domain/actions'
import { adjustStock, listMoves, listReservations, listStock, listWarehouses, lowStock, receiveStock, stockCard, stockLevel, stockMove } from '@/domain/inventory'
import { core } from '@/domain/registry'
import { shipOrder } from '@/domain/sales'
import { explainAction } from '@/platform/explain/explain'
import { openSession } from '@/platform/access/sign-in'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { anHqBranch, type HqBranch } from '@tests/builders/branches'
import { send } from '@tests/builders/http'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder } from '@tests/builders/orders'
import { aPerson, type Person } from '@tests/builders/people'
import { aWarehouse, creatorFor } from '@tests/builders/places'
import { putStock, type Variant } from '@tests/builders/variants'
import { ownerQuery } from '@tests/setup/database'

type Place = { id: string; location: string }
let net: Network
let north: HqBranch
let keeper: Person
let [near, far]: Place[] = []
let goods: Variant
let levels: Record<'near' | 'far' | 'main', string>

beforeAll(async () => {
  net = await aNetwork()
  north = await anHqBranch(net, 'NORTH')
  const south = await anHqBranch(net, 'SOUTH')
  ;[near, far] = [await aWarehouse(net, 'NEAR', north.branch), await aWarehouse(net, 'FAR', south.branch)]
  goods = await net.aVariant({ price: 10_000_000, stock: 50 })
  for (const { location } of [near, far]) await putStock(net.payload, { organization: net.hq.id, location }, { variant: goods.id, stock: '30' })
  const create = await creatorFor(net.payload, net.people.admin.email)
  for (const { id } of [near, far]) await create('reorder-rules', { variant: goods.id, warehouse: id, safetyQuantity: 0, reorderPoint: 20 })
  keeper = await aPerson(net.payload, await net.caller(net.people.admin), {
    ...{ organization: net.hq.id, email: 'keeper@north.example', name: 'Keeper of NORTH', roles: ['warehouse-manager'], branch: north.branch },
  })
  levels = { near: await levelAt(near!), far: await levelAt(far!), main: await levelAt({ location: net.location }) }
}, 120_000)

async function levelAt({ location }: { location: string }): Promise<string> {
  const [row] = await ownerQuery<{ id: string }>('select id from stock_levels where location_id = $1 and variant_id = $2', [location, goods.id])
  return row!.id
}

const page = { limit: 100 }

describe('stock of a person bound to a branch', () => {
  test('T1: levels, moves, promises and what is low are those of its warehouses', async () => {
    await aConfirmedOrder(net, [{ sku: goods.sku, quantity: 105 }], {})
    const reader = await net.reader(keeper)
    expect((await listWarehouses(reader)).map((one) => one.code)).toEqual(['NEAR'])
    expect((await listStock(reader, page)).rows.map((one) => one.id)).toEqual([levels.near])
    expect(new Set((await listMoves(reader, page)).rows.map((one) => one.warehouse.code))).toEqual(new Set(['NEAR']))
    expect((await listReservations(reader, page)).rows.map((one) => one.warehouse.code)).toEqual(['NEAR'])
    expect((await lowStock(reader, page)).rows.map((one) => one.warehouse.code)).toEqual(['NEAR'])
    expect((await stockCard(reader, { ...page, variant: goods.id })).rows.map((one) => one.balance)).toEqual(['30'])
    expect((await listStock(await net.reader(net.people.warehouse), { ...page, variant: goods.id })).rows).toHaveLength(3)
  })

  test('T1: single rows of other warehouses are missing, over every door', async () => {
    const reader = await net.reader(keeper)
    for (const id of [levels.far, levels.main]) await expect(stockLevel(reader, id)).rejects.toThrow('The stock level was not found.')
    const [move] = await ownerQuery<{ id: string }>('select id from stock_moves where level_id = $1', [levels.far])
    await expect(stockMove(reader, move!.id)).rejects.toThrow('The stock move was not found.')
    const { token } = await openSession(net.payload, keeper.user)
    const seen = async (path: string) => (await send<{ docs: { id: string; unitCostMicro?: number }[] }>(net.payload, 'GET', `/api/${path}`, { token })).body.docs
    expect((await seen('stock-levels?limit=100')).map((one) => one.id)).toEqual([levels.near])
    expect((await seen('storage-locations?limit=100')).map((one) => one.id)).toEqual([near!.location])
    expect((await send(net.payload, 'GET', `/api/stock-levels/${levels.far}`, { token })).status).toBe(404)
    await perform(receiveStock, { warehouse: near!.id, lines: [{ sku: goods.sku, quantity: 1, unitCostMicro: 5_000_000 }] }, await net.caller(keeper))
    expect((await seen('stock-moves?limit=100&where[kind][equals]=received')).map((one) => one.unitCostMicro)).toEqual([5_000_000])
  })

  test('T1: it adjusts and ships out of its warehouses alone', async () => {
    const caller = await net.caller(keeper)
    const adjusted = { sku: goods.sku, quantity: 2, reason: 'Counted again' }
    expect(await perform(adjustStock, { ...adjusted, warehouse: near!.id }, caller)).toMatchObject({ level: levels.near })
    for (const { id } of [far!, { id: net.warehouse }]) await expect(perform(adjustStock, { ...adjusted, warehouse: id }, caller)).rejects.toThrow('was not found.')
    const order = await aConfirmedOrder(net, [{ sku: goods.sku, quantity: 2 }], { buyer: north.dealer })
    await expect(perform(shipOrder, { id: order.id, warehouse: far!.id }, caller)).rejects.toThrow('The warehouse was not found.')
    expect(await perform(shipOrder, { id: order.id, warehouse: near!.id }, caller)).toMatchObject({ orderStatus: 'shipped' })
  })

  test('T1: it is told of what is low in its warehouses, and of no other', async () => {
    await drainJobs(net.payload)
    const told = await ownerQuery<{ subject: string }>(`select subject from notifications where user_id = $1 and type = 'stock-low'`, [keeper.user])
    expect(new Set(told.map((one) => one.subject))).toEqual(new Set([`${goods.sku} is low in Warehouse NEAR`]))
  })

  test('T1: it changes places of its warehouses and gives none of them away', async () => {
    const { token } = await openSession(net.payload, keeper.user)
    const change = (path: string, body: object) => send(net.payload, 'PATCH', `/api/${path}`, { token, body })
    expect((await change(`storage-locations/${near!.location}`, { name: 'Yard' })).status).toBe(200)
    expect((await change(`storage-locations/${near!.location}`, { warehouse: far!.id })).status).toBe(422)
    expect((await change(`storage-locations/${far!.location}`, { name: 'Taken' })).status).toBe(403)
    const [elsewhere] = await ownerQuery<{ branch: string }>('select branch_id as branch from warehouses where id = $1', [far!.id])
    expect((await change(`warehouses/${near!.id}`, { branch: elsewhere!.branch })).status).toBe(422)
    expect((await change(`warehouses/${near!.id}`, { branch: null })).status).toBe(422)
    expect((await change(`warehouses/${near!.id}`, { name: 'Near the river' })).status).toBe(200)
  })

  test('T1: a warehouse that moves to another branch takes its stock along, past and present', async () => {
    await ownerQuery('update warehouses set branch_id = $2 where id = $1', [far!.id, north.branch])
    const reader = await net.reader(keeper)
    expect((await listStock(reader, page)).rows.map((one) => one.id).sort()).toEqual([levels.near, levels.far].sort())
    expect(new Set((await listMoves(reader, page)).rows.map((one) => one.warehouse.code))).toEqual(new Set(['NEAR', 'FAR']))
  })

  test('explain: a level of another branch is named as that', async () => {
    const ground = { payload: net.payload, db: poolOf(net.payload), sources: actionSources, settings: core.settings }
    const asked = { collection: 'stock-levels', id: levels.main, verb: 'see' }
    const said = await explainAction(ground, await net.principalFor(net.people.admin.email), keeper.user, asked)
    expect(JSON.stringify(said.missing)).toContain('only in another branch')
  })
})
