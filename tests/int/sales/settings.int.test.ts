import { autoConfirm, buyerMayCancel, cartHoldMinutes, addCartLine, cancelOrder, draftOrder, openCheckout, orderActions, submitOrder } from '@/domain/sales'
import { cartHoldFrom } from '@/domain/inventory'
import { settingOne } from '@/domain/core/operations/set-setting'
import { perform } from '@/platform/perform'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, aShipment, linesOf, orderOf } from '@tests/builders/orders'
import { stockOf } from '@tests/builders/stock'
import { ownerQuery } from '@tests/setup/database'

const setSetting = settingOne([autoConfirm, buyerMayCancel, cartHoldFrom, cartHoldMinutes])
let net: Network

beforeEach(async () => {
  net = await aNetwork()
})

const set = async (key: string, value: unknown) => perform(setSetting, { organization: net.hq.id, key, value }, await net.caller(net.people.admin))

describe('settings of sales', () => {
  it('sales.autoConfirm confirms a placed order and a submitted draft at once', async () => {
    await set('sales.autoConfirm', true)
    const pad = await net.aVariant({ stock: 9 })
    expect(await anOrder(net, [{ sku: pad.sku, quantity: 1 }])).toMatchObject({ status: 'confirmed' })
    const sales = await net.caller(net.people.sales)
    const { id } = await perform(draftOrder, { dealer: net.d1.dealer, lines: [{ sku: pad.sku, quantity: 1 }] }, sales)
    expect(await perform(submitOrder, { id }, sales)).toMatchObject({ status: 'confirmed' })
    const events = await ownerQuery<{ name: string }>('select name from outbox_events where subject = $1 order by id', [id])
    expect(events.map((one) => one.name)).toEqual(['order.submitted', 'order.confirmed'])
  })

  it('sales.buyerMayCancel keeps a dealer from cancelling, and the actions say so', async () => {
    await set('sales.buyerMayCancel', 'submitted')
    const pad = await net.aVariant({ stock: 9 })
    const order = await aConfirmedOrder(net, [{ sku: pad.sku, quantity: 1 }])
    await expect(perform(cancelOrder, { id: order.id }, await net.caller(net.d1.buyer))).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('until it is confirmed') })
    const actions = await orderActions(await net.reader(net.d1.buyer), order.id)
    expect(actions.find((one) => one.verb === 'cancel')).toMatchObject({ allowed: false, reason: 'You can cancel it until it is confirmed; ask the seller.' })
    await expect(perform(cancelOrder, { id: order.id }, await net.caller(net.people.sales))).resolves.toMatchObject({ status: 'cancelled' })
  })

  it('inventory.cartHoldFrom holds from the cart on; sales.cartHoldMinutes says for how long', async () => {
    await set('inventory.cartHoldFrom', 'cart')
    await set('sales.cartHoldMinutes', 2)
    const pad = await net.aVariant({ stock: 9 })
    const buyer = await net.caller(net.d1.buyer)
    await perform(addCartLine, { sku: pad.sku, quantity: 2 }, buyer)
    await perform(addCartLine, { sku: pad.sku, quantity: 3 }, buyer)
    expect(await stockOf(pad.id)).toMatchObject({ reserved: 5, promised: 5 })
    const now = new Date('2030-01-01T12:00:00Z')
    expect(await perform(openCheckout, {}, await net.caller(net.d1.buyer, { now }))).toMatchObject({ heldUntil: new Date('2030-01-01T12:02:00Z') })
    await expect(perform(addCartLine, { sku: pad.sku, quantity: 5 }, buyer)).rejects.toMatchObject({ code: 'STOCK_SHORT' })
    expect(await stockOf(pad.id)).toMatchObject({ reserved: 5, promised: 5 })
  })
})

describe('prices that contain tax', () => {
  it('X2 an order with inclusive prices never moves its gross, and neither does its invoice', async () => {
    await net.payload.update({ collection: 'price-lists', id: net.baseList, data: { taxInclusive: true }, overrideAccess: true })
    const pad = await net.aVariant({ price: 19_990_000, stock: 9 })
    const order = await aConfirmedOrder(net, [{ sku: pad.sku, quantity: 3 }])
    expect(order).toMatchObject({ totalMinor: 5997 })
    expect(await orderOf(order.id)).toMatchObject({ subtotal: 5997, tax: 444, total: 5997, exposure: 5997 })
    expect(await linesOf(order.id)).toMatchObject([{ net: 5553, gross: 5997 }])
    await aShipment(net, order.id)
    await drainJobs(net.payload)
    const invoices = await ownerQuery('select total_minor::float8 as total, tax_minor::float8 as tax from invoices where order_id = $1', [order.id])
    expect(invoices).toEqual([{ total: 5997, tax: 444 }])
  })

  it('X2 refuses to combine prices with and without tax', async () => {
    const [pad, pin] = [await net.aVariant({ stock: 9 }), await net.aVariant({ price: null, stock: 9 })]
    const create = net.payload.create.bind(net.payload) as (args: object) => Promise<{ id: string }>
    const tenant = { organization: net.hq.id, tree: net.hq.id }
    const list = await create({ collection: 'price-lists', overrideAccess: true, data: { ...tenant, code: 'GROSS', name: 'With tax', kind: 'base', currency: 'USD', taxInclusive: true } })
    await create({ collection: 'prices', overrideAccess: true, data: { ...tenant, list: list.id, variant: pin.id, minimumQuantity: 1, unitPriceMicro: 1_000_000 } })
    await expect(anOrder(net, [{ sku: pad.sku, quantity: 1 }, { sku: pin.sku, quantity: 1 }])).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('with and without tax') })
  })
})
