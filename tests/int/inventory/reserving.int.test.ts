import { beforeAll, describe, expect, test } from '@jest/globals'

import { releaseExpiredHolds } from '@/domain/inventory'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'
import { holdGoods, orderGoods, releaseGoods, shipGoods, stockOf } from '@tests/builders/stock'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

async function order(variant: { id: string; sku: string }, quantities: (string | number)[], more: object = {}) {
  const lines = quantities.map((quantity) => ({ variant: variant.id, sku: variant.sku, quantity, ...more }))
  return perform(orderGoods, { buyer: net.d1.party, lines }, await net.asSystem())
}

describe('S1: the sum is checked and reserved, all lines or none', () => {
  test('two lines 6 + 5 of the same variant on 10 are refused, "10 available"', async () => {
    const axle = await net.aVariant({ stock: 10 })
    await expect(order(axle, [6, 5])).rejects.toMatchObject({ code: 'STOCK_SHORT', message: `${axle.sku}: 11 PCS requested, 10 available.` })
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 0, promised: 0 })
  })

  test('20 parallel orders of 1 on 10: exactly 10 succeed and 10 are reserved', async () => {
    const axle = await net.aVariant({ stock: 10 })
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => order(axle, [1])))
    const refused = outcomes.filter((one) => one.status === 'rejected')
    expect(outcomes.length - refused.length).toBe(10)
    for (const one of refused) expect(one.reason).toMatchObject({ code: 'STOCK_SHORT' })
    expect(await stockOf(axle.id)).toMatchObject({ onHand: 10, reserved: 10, promised: 10 })
  })

  test('500 buyers of 100 units, all at once: exactly 100, and nobody waits for ever', async () => {
    const axle = await net.aVariant({ stock: 100 })
    const system = await net.asSystem()
    const input = { buyer: net.d1.party, lines: [{ variant: axle.id, sku: axle.sku, quantity: 1 }] }
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, () => perform(orderGoods, input, system)))
    const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
    expect(outcomes.length - reasons.length).toBe(100)
    expect(new Set(reasons)).toEqual(new Set(['STOCK_SHORT']))
    expect(await stockOf(axle.id)).toMatchObject({ onHand: 100, reserved: 100, promised: 100 })
  })

  test('orders of the same variants in opposite order never lock each other out', async () => {
    const [one, other] = [await net.aVariant({ stock: 50 }), await net.aVariant({ stock: 50 })]
    const lines = [one, other].map((variant) => ({ variant: variant.id, sku: variant.sku, quantity: 1 }))
    const system = await net.asSystem()
    const orders = Array.from({ length: 40 }, (_, index) => ({ buyer: net.d1.party, lines: index % 2 ? lines : [...lines].reverse() }))
    await Promise.all(orders.map((input) => perform(orderGoods, input, system)))
    expect(await stockOf(one.id)).toMatchObject({ reserved: 40, promised: 40 })
    expect(await stockOf(other.id)).toMatchObject({ reserved: 40, promised: 40 })
  })
})

describe('S2: cart holds expire, submit makes them firm', () => {
  const at = (time: string) => new Date(`2026-11-20T${time}:00Z`)

  async function hold(variant: { id: string; sku: string }, quantity: number, cartLine?: string) {
    const input = { variant: variant.id, sku: variant.sku, quantity, buyer: net.d1.party, owner: net.d1.buyer.user, expiresAt: at('10:00') }
    return perform(holdGoods, { ...input, ...(cartLine ? { cartLine } : {}) }, await net.asSystem(undefined, { now: at('09:50') }))
  }

  const sweep = async (time: string) => perform(releaseExpiredHolds, {}, { ...net.nobody(), now: at(time) })

  test('hold 4 until 10:00, submit at 9:59, sweeper at 10:01: still 4 reserved, once', async () => {
    const axle = await net.aVariant({ stock: 10 })
    const { cartLine } = await hold(axle, 4)
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 4, promised: 4 })
    await order(axle, [4], { cartLine })
    await sweep('10:01')
    expect(await stockOf(axle.id)).toMatchObject({ onHand: 10, reserved: 4, promised: 4 })
  })

  test('a hold that nobody submits ends with the sweeper after its time, and not before', async () => {
    const axle = await net.aVariant({ stock: 10 })
    await hold(axle, 4)
    await sweep('09:59')
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 4 })
    await sweep('10:00')
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 0, promised: 0 })
  })

  test('submit and sweeper at the same moment: reserved once or refused, never twice or lost', async () => {
    const axle = await net.aVariant({ stock: 4 })
    for (let round = 0; round < 8; round += 1) {
      const { cartLine } = await hold(axle, 4)
      const [placed] = await Promise.all([order(axle, [4], { cartLine }), sweep('10:01'), sweep('10:02')])
      expect(await stockOf(axle.id)).toMatchObject({ reserved: 4, promised: 4 })
      await perform(releaseGoods, { orderLine: placed.lines[0] }, await net.asSystem())
    }
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 0, promised: 0 })
  })

  test('an order larger than its hold takes the rest; a smaller one gives the surplus back', async () => {
    const axle = await net.aVariant({ stock: 10 })
    await order(axle, [6], { cartLine: (await hold(axle, 4)).cartLine })
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 6, promised: 6 })
    await order(axle, [1], { cartLine: (await hold(axle, 4)).cartLine })
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 7, promised: 7 })
    const { cartLine } = await hold(axle, 2)
    await expect(order(axle, [5], { cartLine })).rejects.toMatchObject({ message: `${axle.sku}: 5 PCS requested, 3 available.` })
  })

  test('holding again changes the quantity and never counts twice', async () => {
    const axle = await net.aVariant({ stock: 10 })
    const { cartLine } = await hold(axle, 8)
    await hold(axle, 10, cartLine)
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 10, promised: 10 })
    await hold(axle, 3, cartLine)
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 3, promised: 3 })
    await perform(releaseGoods, { cartLine }, await net.asSystem())
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 0, promised: 0 })
  })
})

describe('shipping and releasing', () => {
  test('shipping consumes the reservation, posts the move and never touches what others have reserved', async () => {
    const axle = await net.aVariant({ stock: 10 })
    const [first] = (await order(axle, [6])).lines
    await order(axle, [3])
    const ship = async (quantity: number) =>
      perform(shipGoods, { variant: axle.id, sku: axle.sku, quantity, warehouse: net.warehouse, orderLine: first! }, await net.asSystem())
    await ship(4)
    expect(await stockOf(axle.id)).toEqual({ onHand: 6, reserved: 5, promised: 5, moved: 6 })
    await expect(ship(4)).rejects.toMatchObject({ code: 'STOCK_SHORT', message: `${axle.sku}: 4 PCS requested, 3 available.` })
    await ship(2)
    expect(await stockOf(axle.id)).toEqual({ onHand: 4, reserved: 3, promised: 3, moved: 4 })
  })

  test('part of a line is released, and all of it', async () => {
    const axle = await net.aVariant({ stock: 10 })
    const [line] = (await order(axle, [6])).lines
    const release = async (quantity?: number) => perform(releaseGoods, { orderLine: line, ...(quantity ? { quantity } : {}) }, await net.asSystem())
    expect(await release(2)).toEqual({ released: '2' })
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 4, promised: 4 })
    expect(await release()).toEqual({ released: '4' })
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 0, promised: 0 })
    expect(await release()).toEqual({ released: '0' })
  })

  test('backorder takes what there is; ship-complete takes nothing then (S5)', async () => {
    const axle = await net.aVariant({ stock: 5 })
    const system = await net.asSystem()
    const line = { variant: axle.id, sku: axle.sku, quantity: 8, backorder: 'allowed' as const }
    const whole = await perform(orderGoods, { buyer: net.d1.party, lines: [line], shipComplete: true }, system)
    expect(whole.backordered).toEqual([{ line: whole.lines[0], quantity: '8' }])
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 0, promised: 0 })
    const split = await perform(orderGoods, { buyer: net.d1.party, lines: [line] }, system)
    expect(split.backordered).toEqual([{ line: split.lines[0], quantity: '3' }])
    expect(await stockOf(axle.id)).toMatchObject({ reserved: 5, promised: 5 })
  })
})
