import { addressesOf } from '@/domain/network'
import { listInvoices } from '@/domain/finance'
import { cancelOrder, cartCount, addCartLine, comingFor, confirmReceipt, spendPerMonth } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, aShipment } from '@tests/builders/orders'

let net: Network

beforeEach(async () => {
  net = await aNetwork()
})

const mine = () => net.reader(net.d1.buyer)

describe('what a buyer sees of its buying', () => {
  it('counts open orders and shipments on the way, for nobody else', async () => {
    const tube = await net.aVariant({ price: 10_000_000, stock: 50 })
    const order = await aConfirmedOrder(net, [{ sku: tube.sku, quantity: 5 }])
    await anOrder(net, [{ sku: tube.sku, quantity: 1 }], { buyer: net.d2 })
    const asked = { buyer: net.d1.party, currency: 'USD' }
    expect(await comingFor(await mine(), asked)).toMatchObject({ openOrders: 1, shipmentsOnTheWay: 0 })
    const shipment = await aShipment(net, order.id, { 1: 2 })
    expect(await comingFor(await mine(), asked)).toMatchObject({ openOrders: 1, shipmentsOnTheWay: 1 })
    await perform(confirmReceipt, { id: shipment.id }, await net.caller(net.d1.buyer))
    expect(await comingFor(await mine(), asked)).toMatchObject({ shipmentsOnTheWay: 0 })
    expect(await comingFor(await net.reader(net.d2.buyer), asked)).toEqual({ openOrders: 0, openMinor: 0, shipmentsOnTheWay: 0 })
  })

  it('sums what was ordered per month without what was cancelled', async () => {
    const tube = await net.aVariant({ price: 10_000_000, stock: 50 })
    const order = await anOrder(net, [{ sku: tube.sku, quantity: 5 }])
    const other = await anOrder(net, [{ sku: tube.sku, quantity: 1 }])
    await perform(cancelOrder, { id: other.id }, await net.caller(net.d1.buyer))
    const months = await spendPerMonth(await mine(), { buyer: net.d1.party, currency: 'USD', zone: 'UTC' })
    expect(months).toHaveLength(12)
    expect(months.at(-1)).toMatchObject({ orders: 1, totalMinor: order.totalMinor })
    expect(months.slice(0, -1).every(({ totalMinor }) => totalMinor === 0)).toBe(true)
  })

  it('counts the lines of the own cart only', async () => {
    const tube = await net.aVariant({ stock: 9 })
    await perform(addCartLine, { sku: tube.sku, quantity: 2 }, await net.caller(net.d1.buyer))
    expect(await cartCount(await mine(), net.d1.party)).toBe(1)
    expect(await cartCount(await net.reader(net.d2.buyer), net.d1.party)).toBe(0)
  })

  it('lists addresses to their own organization and nobody beside it', async () => {
    expect((await addressesOf(await mine(), net.d1.party)).length).toBeGreaterThan(0)
    expect(await addressesOf(await net.reader(net.d2.buyer), net.d1.party)).toEqual([])
  })

  it('lists unpaid invoices', async () => {
    expect((await listInvoices(await mine(), { unpaid: true, limit: 5 })).rows).toEqual([])
  })
})
