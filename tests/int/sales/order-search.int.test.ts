import { beforeAll, describe, expect, test } from '@jest/globals'
import { draftOrder, listOrders } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'
import type { Variant } from '@tests/builders/variants'

let net: Network
let axle: Variant
let mat: Variant
const made: Record<string, string> = {}

beforeAll(async () => {
  net = await aNetwork()
  axle = await net.aVariant({ price: 10_000_000, stock: 500 })
  mat = await net.aVariant({ price: 5_000_000, stock: 500 })
  const place = async (sku: string, more: Parameters<typeof anOrder>[2] = {}) => (await anOrder(net, [{ sku, quantity: 1 }], more)).id
  made['axles'] = await place(axle.sku, { poReference: 'po-7781' })
  made['mats'] = await place(mat.sku, { poReference: 'PO-9%' })
  made['d2'] = await place(mat.sku, { buyer: net.d2 })
  const { id } = await perform(draftOrder, { dealer: net.d1.dealer, lines: [{ sku: axle.sku, quantity: 2 }] }, await net.caller(net.people.sales))
  made['draft'] = id
}, 120_000)

const found = async (person: 'sales' | 'buyer', q: string, more: object = {}) => {
  const reader = await net.reader(person === 'sales' ? net.people.sales : net.d1.buyer)
  const { rows } = await listOrders(reader, { q, limit: 20, ...more })
  return rows.map(({ id }) => Object.keys(made).find((key) => made[key] === id))
}

describe.each(['sales', 'buyer'] as const)('orders are found by %s', (person) => {
  test('by number, its beginning and its count', async () => {
    expect(await found(person, 'SO-000001')).toEqual(['axles'])
    expect(await found(person, '000002')).toEqual(['mats'])
    expect(await found(person, 'so-')).toEqual(person === 'sales' ? ['d2', 'mats', 'axles'] : ['mats', 'axles'])
  })

  test('by the beginning of a reference in any case, with signs meant as they are written', async () => {
    expect(await found(person, 'PO-77')).toEqual(['axles'])
    expect(await found(person, 'po-9%')).toEqual(['mats'])
    expect(await found(person, 'p%7')).toEqual([])
  })

  test('by SKU, narrowed by state and page', async () => {
    expect(await found(person, axle.sku.toLowerCase())).toEqual(person === 'sales' ? ['draft', 'axles'] : ['axles'])
    expect(await found(person, axle.sku, { status: ['submitted'] })).toEqual(['axles'])
    expect(await found(person, axle.sku, { cursor: made['axles'] })).toEqual([])
  })
})

test('HQ finds orders by a part of the dealer’s name, drafts among them, and counts them', async () => {
  expect(await found('sales', 'dealer d1')).toEqual(['draft', 'mats', 'axles'])
  const { total } = await listOrders(await net.reader(net.people.sales), { q: 'dealer d1', limit: 1, count: true })
  expect(total).toBe(3)
})
