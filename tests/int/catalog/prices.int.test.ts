import { beforeAll, describe, expect, test } from '@jest/globals'

import { pricesFor, variantsForOrder } from '@/domain/catalog'
import { updateDealer } from '@/domain/network'
import { core } from '@/domain/registry'
import { businessDay } from '@/kernel/period'
import { quantity } from '@/kernel/quantity'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder, linesOf } from '@tests/builders/orders'
import { creatorFor } from '@tests/builders/places'

let net: Network
let create: Awaited<ReturnType<typeof creatorFor>>

beforeAll(async () => {
  net = await aNetwork()
  create = await creatorFor(net.payload, net.people.admin.email)
})

const price = async (variant: string, { on = '2026-06-30', buyer = net.d1.party, wanted = '1', currency = 'USD' } = {}) => {
  const asked = { seller: net.hq.id, buyer, on, currency, demand: [{ variant, quantity: quantity(wanted) }] }
  const offer = (await pricesFor(await net.reader(net.d1.buyer), asked)).get(variant)
  return offer ? [offer.unitPriceMicro / 1_000_000, offer.list, offer.kind] : offer
}

async function aList(code: string, fields: object, rows: [variant: string, major: number, minimum?: number][]) {
  const list = await create('price-lists', { code, name: code, currency: 'USD', ...fields })
  for (const [variant, major, minimumQuantity = 1] of rows) await create('prices', { list, variant, minimumQuantity, unitPriceMicro: major * 1_000_000 })
  return list
}

describe('S14: contract before customer, tier and base, in the dealer’s own days', () => {
  test('base 100, gold 95, contract 97 to 30 Jun: 97 at 23:59 there, 95 a minute later', async () => {
    const axle = await net.aVariant({ price: 100_000_000 })
    const tier = await create('dealer-tiers', { code: 'GOLD', name: 'Gold' })
    await aList('GOLD-1', { kind: 'tier', tier }, [[axle.id, 95]])
    await aList('CONTRACT-1', { kind: 'contract', party: net.d1.party, toDay: '2026-07-01' }, [[axle.id, 97]])
    await perform(updateDealer, { id: net.d1.dealer, tier }, await net.caller(net.people.admin))
    const day = (instant: string) => businessDay(new Date(instant), 'America/New_York')
    expect(await price(axle.id, { on: day('2026-07-01T03:59:00Z') })).toEqual([97, 'CONTRACT-1', 'contract'])
    expect(await price(axle.id, { on: day('2026-07-01T04:00:00Z') })).toEqual([95, 'GOLD-1', 'tier'])
    expect(await price(axle.id, { buyer: net.d2.party })).toEqual([100, 'BASE', 'base'])
    const list = await aList('CUSTOMER-1', { kind: 'customer', party: net.d1.party }, [[axle.id, 99]])
    expect(await price(axle.id, { on: '2026-07-01' })).toEqual([99, 'CUSTOMER-1', 'customer'])
    expect(list).toBeDefined()
  })

  test('the contract wins though dearer, unless the policy is the best price', async () => {
    const axle = await net.aVariant({ price: 80_000_000 })
    await aList('CONTRACT-2', { kind: 'contract', party: net.d2.party }, [[axle.id, 90]])
    expect(await price(axle.id, { buyer: net.d2.party })).toEqual([90, 'CONTRACT-2', 'contract'])
    const admin = await net.caller(net.people.admin)
    await perform(core.setSetting, { organization: net.hq.id, key: 'catalog.pricePolicy', value: 'best-price' }, admin)
    expect(await price(axle.id, { buyer: net.d2.party })).toEqual([80, 'BASE', 'base'])
    await perform(core.setSetting, { organization: net.hq.id, key: 'catalog.pricePolicy', value: 'precedence' }, admin)
  })

  test('breaks count the quantity of the whole order; costs and other currencies are no price; zero is one', async () => {
    const [axle, gift] = [await net.aVariant({ price: null }), await net.aVariant({ price: 0 })]
    await aList('BREAKS', { kind: 'base', priority: -1 }, [[axle.id, 50], [axle.id, 45, 10]])
    await aList('COST', { kind: 'cost' }, [[axle.id, 1]])
    expect(await price(axle.id, { wanted: '9.999999' })).toEqual([50, 'BREAKS', 'base'])
    const halves = ['4', '6'].map((one) => ({ variant: axle.id, quantity: quantity(one) }))
    const prices = await pricesFor(await net.reader(net.d1.buyer), { seller: net.hq.id, buyer: net.d1.party, on: '2026-06-30', currency: 'USD', demand: halves })
    expect(prices.get(axle.id)?.unitPriceMicro).toBe(45_000_000)
    expect(prices.get(axle.id)?.breaks).toHaveLength(2)
    expect(await price(axle.id, { currency: 'EUR' })).toBeNull()
    expect(await price(gift.id)).toEqual([0, 'BASE', 'base'])
  })

  test('the list named on the dealer counts as its customer list', async () => {
    const axle = await net.aVariant({ price: 100_000_000 })
    const list = await aList('SPECIAL', { kind: 'base', priority: 99 }, [[axle.id, 70]])
    await perform(updateDealer, { id: net.d2.dealer, priceList: list }, await net.caller(net.people.admin))
    expect(await price(axle.id, { buyer: net.d2.party })).toEqual([70, 'SPECIAL', 'customer'])
    expect(await price(axle.id)).toEqual([100, 'BASE', 'base'])
  })

  test('two prices of one list, variant and break may not overlap', async () => {
    const axle = await net.aVariant()
    const again = create('prices', { list: net.baseList, variant: axle.id, minimumQuantity: 1, unitPriceMicro: 1, fromDay: '2026-01-01' })
    await expect(again).rejects.toThrow()
  })
})

describe('order lines', () => {
  test('S13: a list price that changes after the order changes no line', async () => {
    const axle = await net.aVariant({ price: 100_000_000, stock: 10 })
    const before = await anOrder(net, [{ sku: axle.sku, quantity: 1 }])
    const update = net.payload.update.bind(net.payload) as (args: object) => Promise<unknown>
    await update({ collection: 'prices', id: axle.price, data: { unitPriceMicro: 120_000_000 } })
    await update({ collection: 'variants', id: axle.id, data: { name: 'Renamed' } })
    const after = await anOrder(net, [{ sku: axle.sku, quantity: 1 }])
    expect([(await linesOf(before.id))[0]?.micro, (await linesOf(after.id))[0]?.micro]).toEqual([100_000_000, 120_000_000])
  })

  test('S15: 2.5 cases of 12 are 30 pieces, 2.3 cases are refused, 2.3 metres are not', async () => {
    const boxed = await net.aVariant({ stock: 100, packs: [{ unit: 'CASE', factor: '12' }] })
    const order = await anOrder(net, [{ sku: boxed.sku, quantity: '2.5', unit: 'CASE' }])
    expect((await linesOf(order.id))[0]?.quantity).toBe(30)
    await expect(anOrder(net, [{ sku: boxed.sku, quantity: '2.3', unit: 'CASE' }])).rejects.toMatchObject({ code: 'QUANTITY_FRACTION' })
    await expect(anOrder(net, [{ sku: boxed.sku, quantity: 1, unit: 'BARREL' }])).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' })
    const hose = await net.aVariant({ unit: 'M', stock: 100 })
    expect((await linesOf((await anOrder(net, [{ sku: hose.sku, quantity: '2.3', unit: 'M' }])).id))[0]?.quantity).toBe(2.3)
  })

  test('S20: minimum 6 and step 4: 6, 10, 14; 8 is refused with "6 or 10"', async () => {
    const axle = await net.aVariant({ stock: 100, minimumQuantity: 6, stepQuantity: 4 })
    for (const wanted of [6, 10, 14]) await anOrder(net, [{ sku: axle.sku, quantity: wanted }])
    await expect(anOrder(net, [{ sku: axle.sku, quantity: 8 }])).rejects.toMatchObject({ code: 'QUANTITY_STEP', message: expect.stringContaining('6 or 10') })
  })

  test('a SKU is found in its own spelling, else in any case; drafts say why they cannot be ordered', async () => {
    const axle = await net.aVariant({ sku: 'Case-1' })
    const draft = await net.aVariant({ status: 'discontinued' })
    const refs = [{ sku: 'case-1' }, { variant: axle.id }, { sku: draft.sku }, { sku: 'NOBODY' }]
    const found = await variantsForOrder(await net.reader(net.d1.buyer), { seller: net.hq.id, refs })
    expect([found.get('case-1')?.id, found.get(axle.id)?.sku, found.get('NOBODY')]).toEqual([axle.id, 'Case-1', undefined])
    expect(found.get(draft.sku)).toMatchObject({ isOrderable: false, reason: 'it is discontinued' })
  })

  test('S1 over the whole door: 64 buyers of 40 units place exactly 40 orders', async () => {
    const axle = await net.aVariant({ stock: 40 })
    const outcomes = await Promise.allSettled(Array.from({ length: 64 }, () => anOrder(net, [{ sku: axle.sku, quantity: 1 }])))
    const codes = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
    expect([outcomes.length - codes.length, new Set(codes)]).toEqual([40, new Set(['STOCK_SHORT'])])
  })
})
