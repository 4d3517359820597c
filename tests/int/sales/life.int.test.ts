import {
  addOrderLine,
  annotateOrder,
  cancelOrder,
  cancelOrderLine,
  closeOrder,
  confirmOrder,
  confirmReceipt,
  discardOrder,
  draftOrder,
  editOrder,
  orderActions,
  orderPage,
  listOrders,
  processOrder,
  reconsiderOrder,
  removeOrderLine,
  setOrderLine,
  submitOrder,
} from '@/domain/sales'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, aShipment, linesOf, orderOf } from '@tests/builders/orders'
import { stockOf } from '@tests/builders/stock'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const sales = () => net.caller(net.people.sales)
const buyer = () => net.caller(net.d1.buyer)

describe('drafts of HQ', () => {
  it('are invisible to the buyer, edited freely, and priced anew at submit', async () => {
    const pump = await net.aVariant({ price: 10_000_000, stock: 10 })
    const { id } = await perform(draftOrder, { dealer: net.d1.dealer, lines: [{ sku: pump.sku, quantity: 1 }], discountMinor: 100, internalNote: 'Call first.' }, await sales())
    expect(await orderOf(id)).toMatchObject({ status: 'draft', number: null, subtotal: 1000, discount: 100, tax: 72, total: 972, exposure: 0 })
    expect(await stockOf(pump.id)).toMatchObject({ reserved: 0 })
    const asBuyer = await net.reader(net.d1.buyer)
    await expect(orderPage(asBuyer, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(perform(cancelOrder, { id }, await buyer())).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'The order was not found.' })
    const other = await net.aVariant({ price: 3_000_000, stock: 10 })
    const { line } = await perform(addOrderLine, { id, line: { sku: other.sku, quantity: 2 } }, await sales())
    await perform(setOrderLine, { id, line, quantity: 4 }, await sales())
    expect(await linesOf(id)).toMatchObject([{ quantity: 1 }, { id: line, quantity: 4, lineNo: 2 }])
    await perform(editOrder, { id, discountMinor: 0, poReference: 'PO-55' }, await sales())
    await net.payload.update({ collection: 'prices', id: other.price ?? '', data: { unitPriceMicro: 4_000_000 }, overrideAccess: true })
    const submitted = await perform(submitOrder, { id }, await sales())
    expect(submitted).toMatchObject({ id, status: 'submitted', totalMinor: 2808, number: expect.stringMatching(/^SO-/) })
    expect(await linesOf(id)).toMatchObject([{ micro: 10_000_000 }, { id: line, micro: 4_000_000 }])
    expect(await orderPage(asBuyer, id)).toMatchObject({ side: 'counterparty', poReference: 'PO-55', internalNote: null })
    expect(await orderPage(await net.reader(net.people.sales), id)).toMatchObject({ side: 'owner', internalNote: 'Call first.' })
    await expect(perform(removeOrderLine, { id, line }, await sales())).rejects.toMatchObject({ code: 'STATE_REFUSED', status: 409 })
  })

  it('can be deleted; a submitted order cannot, and the answer names the verb', async () => {
    const pump = await net.aVariant({ stock: 10 })
    const { id } = await perform(draftOrder, { dealer: net.d1.party, lines: [{ sku: pump.sku, quantity: 1 }] }, await sales())
    await perform(discardOrder, { id }, await sales())
    expect(await ownerQuery('select 1 from orders where id = $1', [id])).toEqual([])
    const order = await anOrder(net, [{ sku: pump.sku, quantity: 1 }])
    for (const caller of [await sales(), await buyer()]) {
      await expect(perform(discardOrder, { id: order.id }, caller)).rejects.toMatchObject({ status: 409, message: expect.stringContaining('use cancel') })
    }
  })

  it('needs lines to be submitted', async () => {
    const { id } = await perform(draftOrder, { dealer: net.d1.dealer }, await sales())
    await expect(perform(submitOrder, { id }, await sales())).rejects.toMatchObject({ code: 'LINES_MISSING' })
  })
})

describe('S4 S6 lines and states', () => {
  it('S4 ships and cancels never more than is open', async () => {
    const rim = await net.aVariant({ stock: 20 })
    const order = await aConfirmedOrder(net, [{ sku: rim.sku, quantity: 10 }])
    await aShipment(net, order.id, { 1: 6 })
    const [line] = await linesOf(order.id)
    await perform(cancelOrderLine, { id: order.id, line: line?.id, quantity: 3 }, await sales())
    expect(await linesOf(order.id)).toMatchObject([{ quantity: 10, shipped: 6, cancelled: 3 }])
    expect(await stockOf(rim.id)).toMatchObject({ onHand: 14, reserved: 1, promised: 1 })
    await expect(aShipment(net, order.id, { 1: 2 })).rejects.toMatchObject({ code: 'OVER_SHIP', message: 'Line 1: 2 cannot be shipped, 1 are open.' })
    await expect(perform(cancelOrderLine, { id: order.id, line: line?.id, quantity: 2 }, await sales())).rejects.toMatchObject({ code: 'OVER_CANCEL' })
  })

  it('S6 derives partially shipped and shipped; cancelling the rest makes it shipped', async () => {
    const [rim, hub] = [await net.aVariant({ stock: 20 }), await net.aVariant({ stock: 20 })]
    const order = await aConfirmedOrder(net, [{ sku: rim.sku, quantity: 10 }, { sku: hub.sku, quantity: 5 }])
    expect(await aShipment(net, order.id, { 1: 10 })).toMatchObject({ orderStatus: 'partially-shipped', number: expect.stringMatching(/^SH-\d{6}$/) })
    const [, second] = await linesOf(order.id)
    expect(await perform(cancelOrderLine, { id: order.id, line: second?.id }, await sales())).toMatchObject({ status: 'shipped' })
    expect(await stockOf(hub.id)).toMatchObject({ onHand: 20, reserved: 0, promised: 0 })
  })

  it('S6 receipt of the last shipment delivers, and one pass may owe two steps', async () => {
    const [rim, hub] = [await net.aVariant({ stock: 20 }), await net.aVariant({ stock: 20 })]
    const order = await aConfirmedOrder(net, [{ sku: rim.sku, quantity: 1 }, { sku: hub.sku, quantity: 1 }])
    const { id } = await aShipment(net, order.id, { 1: 1 })
    expect(await perform(confirmReceipt, { id }, await buyer())).toMatchObject({ status: 'delivered', orderStatus: 'partially-shipped' })
    await expect(perform(confirmReceipt, { id }, await net.caller(net.d2.buyer))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const [, second] = await linesOf(order.id)
    expect(await perform(cancelOrderLine, { id: order.id, line: second?.id }, await sales())).toMatchObject({ status: 'delivered' })
    const names = await ownerQuery<{ name: string }>(`select name from outbox_events where subject = $1 order by id`, [order.id])
    expect(names.map((one) => one.name)).toEqual(['order.submitted', 'order.confirmed', 'order.partially-shipped', 'order.shipped', 'order.delivered'])
    expect(await perform(closeOrder, { id: order.id }, await sales())).toMatchObject({ status: 'closed' })
  })

  it('S6 reconsider again changes nothing', async () => {
    const rim = await net.aVariant({ stock: 20 })
    const order = await aConfirmedOrder(net, [{ sku: rim.sku, quantity: 2 }])
    await aShipment(net, order.id)
    const before = await ownerQuery('select revision from orders where id = $1', [order.id])
    for (let turn = 0; turn < 2; turn += 1) expect(await perform(reconsiderOrder, { id: order.id }, await net.asSystem())).toMatchObject({ status: 'shipped', changed: [] })
    expect(await ownerQuery('select revision from orders where id = $1', [order.id])).toEqual(before)
  })

  it('S5 sends an order that ships complete whole or not at all', async () => {
    const rim = await net.aVariant({ stock: 20 })
    const order = await aConfirmedOrder(net, [{ sku: rim.sku, quantity: 2 }], { shipComplete: true })
    await expect(aShipment(net, order.id, { 1: 1 })).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('ships complete') })
    await expect(aShipment(net, order.id)).resolves.toMatchObject({ orderStatus: 'shipped' })
  })

  it('S5 takes a backorder and ships it when goods have come', async () => {
    const rim = await net.aVariant({ stock: 2, backorder: 'allowed' })
    const order = await aConfirmedOrder(net, [{ sku: rim.sku, quantity: 5 }])
    expect(await stockOf(rim.id)).toMatchObject({ reserved: 2 })
    await expect(aShipment(net, order.id)).rejects.toMatchObject({ code: 'STOCK_SHORT' })
    const [line] = await linesOf(order.id)
    // Cancelling takes what waits first: the two that are reserved stay.
    await perform(cancelOrderLine, { id: order.id, line: line?.id, quantity: 3 }, await sales())
    expect(await stockOf(rim.id)).toMatchObject({ reserved: 2 })
    expect(await aShipment(net, order.id)).toMatchObject({ orderStatus: 'shipped' })
  })
})

describe('cancelling', () => {
  it('gives the goods back and counts no longer against credit', async () => {
    const rim = await net.aVariant({ stock: 20 })
    const order = await anOrder(net, [{ sku: rim.sku, quantity: 2 }])
    await perform(cancelOrder, { id: order.id, reason: 'Ordered twice.' }, await buyer())
    expect(await orderOf(order.id)).toMatchObject({ status: 'cancelled', exposure: 0 })
    expect(await linesOf(order.id)).toMatchObject([{ cancelled: 2 }])
    expect(await stockOf(rim.id)).toMatchObject({ reserved: 0, promised: 0 })
    await expect(perform(cancelOrder, { id: order.id }, await sales())).rejects.toMatchObject({ code: 'STATE_REFUSED' })
    const [event] = await ownerQuery<{ data: object }>(`select data from outbox_events where subject = $1 and name = 'order.cancelled'`, [order.id])
    expect(event?.data).toMatchObject({ reason: 'Ordered twice.', by: 'counterparty', number: order.number })
  })

  it('is the seller’s alone once processing has begun, and nobody’s once goods have left', async () => {
    const rim = await net.aVariant({ stock: 20 })
    const order = await aConfirmedOrder(net, [{ sku: rim.sku, quantity: 2 }])
    await perform(processOrder, { id: order.id }, await net.caller(net.people.warehouse))
    await expect(perform(cancelOrder, { id: order.id }, await buyer())).rejects.toMatchObject({ code: 'CONFLICT', status: 409 })
    await aShipment(net, order.id, { 1: 1 })
    await expect(perform(cancelOrder, { id: order.id }, await sales())).rejects.toMatchObject({ code: 'STATE_REFUSED' })
  })

  it('of the last open line cancels an order that never shipped', async () => {
    const rim = await net.aVariant({ stock: 20 })
    const order = await anOrder(net, [{ sku: rim.sku, quantity: 2 }])
    const [line] = await linesOf(order.id)
    expect(await perform(cancelOrderLine, { id: order.id, line: line?.id }, await buyer())).toMatchObject({ status: 'cancelled' })
    expect(await stockOf(rim.id)).toMatchObject({ reserved: 0 })
  })
})

describe('rights', () => {
  it('answers a foreign order like a missing one, and 403 for a step of the other side', async () => {
    const rim = await net.aVariant({ stock: 20 })
    const order = await anOrder(net, [{ sku: rim.sku, quantity: 1 }])
    await expect(orderPage(await net.reader(net.d2.buyer), order.id)).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'The order was not found.' })
    await expect(perform(cancelOrder, { id: order.id }, await net.caller(net.d2.admin))).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'The order was not found.' })
    await expect(perform(cancelOrder, { id: '00000000-0000-7000-8000-000000000000' }, await buyer())).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'The order was not found.' })
    await expect(perform(confirmOrder, { id: order.id }, await buyer())).rejects.toMatchObject({ code: 'PERMISSION_REFUSED', status: 403 })
    const stranger = await aNetwork()
    await expect(perform(confirmOrder, { id: order.id }, await stranger.caller(stranger.people.sales))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(perform(annotateOrder, { id: order.id, internalNote: 'x' }, await stranger.caller(stranger.people.sales))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('says what each side may do now and why not', async () => {
    const rim = await net.aVariant({ stock: 20 })
    const order = await anOrder(net, [{ sku: rim.sku, quantity: 1 }])
    const verbs = async (who: Parameters<Network['reader']>[0]) => Object.fromEntries((await orderActions(await net.reader(who), order.id)).map((one) => [one.verb, one.reason ?? true]))
    expect(await verbs(net.people.sales)).toMatchObject({
      confirm: true,
      cancel: true,
      'cancel-line': true,
      annotate: true,
      ship: 'You need the permission order.ship to do this.',
      close: `Order ${order.number} is submitted; close is possible from delivered.`,
    })
    expect(await verbs(net.people.admin)).toMatchObject({ ship: 'This is possible while it is confirmed or processing or partially shipped.' })
    expect(await verbs(net.d1.buyer)).toMatchObject({ cancel: true, confirm: 'You need the permission order.confirm to do this.' })
  })
})

describe('lists', () => {
  it('show each side its own orders, by status, number, reference and dealer, page by page', async () => {
    const other = await aNetwork()
    const rim = await other.aVariant({ stock: 50 })
    const made = []
    for (let at = 0; at < 3; at += 1) made.push(await anOrder(other, [{ sku: rim.sku, quantity: 1 }], { poReference: `PO-${at}` }))
    const foreign = await anOrder(other, [{ sku: rim.sku, quantity: 1 }], { buyer: other.d2 })
    await perform(draftOrder, { dealer: other.d1.dealer, lines: [{ sku: rim.sku, quantity: 1 }] }, await other.caller(other.people.sales))
    const d1 = await other.reader(other.d1.buyer)
    const first = await listOrders(d1, { limit: 2, count: true })
    expect(first).toMatchObject({ total: 3, rows: [{ number: made[2]?.number, lineCount: 1, sellerName: expect.any(String) }, { number: made[1]?.number }] })
    const second = await listOrders(d1, { limit: 2, cursor: first.nextCursor ?? '' })
    expect(second).toMatchObject({ nextCursor: null, rows: [{ number: made[0]?.number }] })
    const hq = await other.reader(other.people.sales)
    expect((await listOrders(hq, { limit: 10 })).rows).toHaveLength(5)
    expect((await listOrders(hq, { limit: 10, status: ['submitted'], dealer: other.d2.dealer })).rows).toMatchObject([{ id: foreign.id }])
    expect((await listOrders(hq, { limit: 10, q: 'po-1' })).rows).toMatchObject([{ id: made[1]?.id }])
    expect((await listOrders(d1, { limit: 10, dealer: other.d2.party })).rows).toEqual([])
    expect((await listOrders(d1, { limit: 10, organization: other.d2.party })).rows).toEqual([])
  })
})
