import { updateDealer } from '@/domain/network'
import { placeOrder } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, linesOf, orderOf } from '@tests/builders/orders'
import { stockOf } from '@tests/builders/stock'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

describe('order.place', () => {
  it('prices, taxes, reserves and numbers in one step', async () => {
    const chain = await net.aVariant({ price: 12_340_000, stock: 10 })
    const order = await anOrder(net, [{ sku: chain.sku, quantity: 3 }], { poReference: 'PO-1' })
    expect(order).toMatchObject({ number: expect.stringMatching(/^SO-\d{6}$/), status: 'submitted', totalMinor: 3998, currency: 'USD' })
    expect(await orderOf(order.id)).toMatchObject({ subtotal: 3702, tax: 296, total: 3998, exposure: 3998 })
    expect(await stockOf(chain.id)).toMatchObject({ onHand: 10, reserved: 3, promised: 3 })
    const events = await ownerQuery<{ name: string; data: object }>('select name, data from outbox_events where subject = $1', [order.id])
    expect(events).toEqual([{ name: 'order.submitted', data: expect.objectContaining({ number: order.number, buyer: net.d1.party, poReference: 'PO-1' }) }])
  })

  it('S13 keeps the price it was ordered under', async () => {
    const tyre = await net.aVariant({ price: 100_000_000, stock: 10 })
    const order = await anOrder(net, [{ sku: tyre.sku, quantity: 1 }])
    await net.payload.update({ collection: 'prices', id: tyre.price ?? '', data: { unitPriceMicro: 120_000_000 }, overrideAccess: true })
    expect((await linesOf(order.id))[0]).toMatchObject({ micro: 100_000_000, net: 10_000 })
    const later = await anOrder(net, [{ sku: tyre.sku, quantity: 1 }])
    expect((await linesOf(later.id))[0]).toMatchObject({ micro: 120_000_000, net: 12_000 })
  })

  it('S15 orders cases as stock units and refuses fractions of what cannot be divided', async () => {
    const bolt = await net.aVariant({ stock: 100, packs: [{ unit: 'BOX', factor: '12' }] })
    const order = await anOrder(net, [{ sku: bolt.sku, quantity: '2.5', unit: 'box' }])
    expect((await linesOf(order.id))[0]).toMatchObject({ quantity: 30 })
    await expect(anOrder(net, [{ sku: bolt.sku, quantity: '2.3', unit: 'BOX' }])).rejects.toMatchObject({ code: 'QUANTITY_FRACTION', status: 422 })
    await expect(anOrder(net, [{ sku: bolt.sku, quantity: 1, unit: 'KG' }])).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' })
    const cable = await net.aVariant({ unit: 'M', stock: 100 })
    await expect(anOrder(net, [{ sku: cable.sku, quantity: '2.3' }])).resolves.toBeDefined()
  })

  it('S20 names the nearest quantities that minimum and step allow', async () => {
    const cap = await net.aVariant({ stock: 100, minimumQuantity: 6, stepQuantity: 4 })
    await expect(anOrder(net, [{ sku: cap.sku, quantity: 8 }])).rejects.toMatchObject({ code: 'QUANTITY_STEP', message: expect.stringContaining('6 or 10') })
    for (const quantity of [6, 10, 14]) await expect(anOrder(net, [{ sku: cap.sku, quantity }])).resolves.toBeDefined()
  })

  it('S1 refuses all lines together when one is short, naming what is available', async () => {
    const [scarce, plenty] = [await net.aVariant({ stock: 10 }), await net.aVariant({ stock: 10 })]
    const lines = [{ sku: plenty.sku, quantity: 1 }, { sku: scarce.sku, quantity: 6 }, { sku: scarce.sku, quantity: 5 }]
    await expect(anOrder(net, lines)).rejects.toMatchObject({ code: 'STOCK_SHORT', status: 409, message: expect.stringContaining('10 available') })
    expect(await stockOf(plenty.id)).toMatchObject({ reserved: 0 })
  })

  it('S14 refuses what has no price and what is not sold, with every line in the details', async () => {
    const [free, old] = [await net.aVariant({ price: null, stock: 1 }), await net.aVariant({ status: 'discontinued', stock: 1 })]
    await expect(anOrder(net, [{ sku: free.sku, quantity: 1 }])).rejects.toMatchObject({ code: 'NO_PRICE' })
    const refusal = await anOrder(net, [{ sku: old.sku, quantity: 1 }, { sku: 'NOTHING', quantity: 1 }]).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'NOT_ORDERABLE', details: [{ path: 'lines.0' }, { path: 'lines.1' }] })
  })

  it('S16 counts a chain once against the credit limit', async () => {
    const unit = await net.aVariant({ price: 10_000_000, stock: 100, taxClass: 'free' })
    const admin = await net.caller(net.people.admin)
    await perform(updateDealer, { id: net.d2.dealer, creditLimitMinor: 10_000 }, admin)
    await aConfirmedOrder(net, [{ sku: unit.sku, quantity: 6 }], { buyer: net.d2 })
    await expect(anOrder(net, [{ sku: unit.sku, quantity: '5' }], { buyer: net.d2 })).rejects.toMatchObject({
      code: 'CREDIT_EXCEEDED',
      status: 422,
      message: 'The credit limit is $100.00; with this document $110.00 would be open.',
    })
    await expect(anOrder(net, [{ sku: unit.sku, quantity: 4 }], { buyer: net.d2 })).resolves.toBeDefined()
  })
})

describe('S18 idempotency', () => {
  it('S18 answers the same order for the same key and body, and refuses another body', async () => {
    const bell = await net.aVariant({ stock: 10 })
    const options = { idempotencyKey: 'order-1' }
    const first = await anOrder(net, [{ sku: bell.sku, quantity: 1 }], { options })
    expect(await anOrder(net, [{ sku: bell.sku, quantity: 1 }], { options })).toEqual(first)
    await expect(anOrder(net, [{ sku: bell.sku, quantity: 2 }], { options })).rejects.toMatchObject({ code: 'KEY_OTHER_BODY', status: 422 })
    expect(await stockOf(bell.id)).toMatchObject({ reserved: 1 })
  })

  it('S18 makes one order of two requests in flight', async () => {
    const horn = await net.aVariant({ stock: 10 })
    const options = { idempotencyKey: 'order-2' }
    const [left, right] = await Promise.all([1, 2].map(() => anOrder(net, [{ sku: horn.sku, quantity: 1 }], { options })))
    expect(left).toEqual(right)
    expect(await stockOf(horn.id)).toMatchObject({ reserved: 1 })
  })
})

describe('W5 races', () => {
  it('S1 sells 40 units to exactly 40 of 64 buyers, the others are refused cleanly', async () => {
    const fair = await aNetwork()
    const lamp = await fair.aVariant({ stock: 40 })
    const caller = await fair.caller(fair.d1.buyer)
    const other = await fair.caller(fair.d2.admin)
    const buys = Array.from({ length: 64 }, (_, at) => perform(placeOrder, { lines: [{ sku: lamp.sku, quantity: 1 }] }, at % 2 ? caller : other))
    const done = await Promise.allSettled(buys)
    const refused = done.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
    expect(refused).toEqual(Array.from({ length: 24 }, () => 'STOCK_SHORT'))
    expect(await stockOf(lamp.id)).toMatchObject({ onHand: 40, reserved: 40, promised: 40 })
  })
})
