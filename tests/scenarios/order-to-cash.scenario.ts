import { voidInvoice } from '@/domain/finance'
import { updateDealer } from '@/domain/network'
import { addCartLine, billShipment, checkoutCart, confirmOrder, confirmReceipt, draftOrder, openCheckout, orderPage, submitOrder } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { aPayment, moneyOf } from '@tests/builders/finance'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, aShipment, linesOf, orderOf } from '@tests/builders/orders'
import { stockOf } from '@tests/builders/stock'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
  await drainJobs(net.payload)
})

/** Invoices of an order, the oldest first. */
async function invoicesOf(order: string) {
  return ownerQuery<{ id: string; number: string; status: string; subtotal: number; discount: number; tax: number; total: number; open: number; settlement: string }>(
    `select id, number, status, subtotal_minor::float8 as subtotal, discount_minor::float8 as discount, tax_minor::float8 as tax,
       total_minor::float8 as total, open_minor::float8 as open, settlement from invoices where order_id = $1 order by id`,
    [order],
  )
}

describe('from order to cash', () => {
  it('a dealer orders, HQ confirms and ships twice, invoices come by themselves, one payment settles both', async () => {
    const frame = await net.aVariant({ price: 33_330_000, stock: 10 })
    const grip = await net.aVariant({ price: 4_995_000, stock: 100 })
    const buyer = await net.caller(net.d1.buyer)
    await perform(addCartLine, { sku: frame.sku, quantity: 3 }, buyer)
    await perform(addCartLine, { sku: grip.sku, quantity: 7 }, buyer)
    await perform(openCheckout, {}, buyer)
    // 3 × 33.33 = 99.99; 7 × 4.995 = 34.965 → 34.97; 8 % per line: 8.00 + 2.80.
    const order = await perform(checkoutCart, { poReference: 'PO-100' }, buyer)
    expect(order).toMatchObject({ status: 'submitted', totalMinor: 14_576 })
    await perform(confirmOrder, { id: order.id }, await net.caller(net.people.sales))

    await aShipment(net, order.id, { 1: 3 }, { carrier: 'DHL', trackingNumber: 'T1' })
    expect(await drainJobs(net.payload)).toEqual(expect.arrayContaining(['shipment.bill', 'order.reconsider']))
    expect(await invoicesOf(order.id)).toMatchObject([{ status: 'posted', subtotal: 9999, tax: 800, total: 10_799, open: 10_799 }])
    expect(await orderOf(order.id)).toMatchObject({ status: 'partially-shipped', exposure: 3777 })

    const last = await aShipment(net, order.id)
    await drainJobs(net.payload)
    const invoices = await invoicesOf(order.id)
    expect(invoices).toMatchObject([{ total: 10_799 }, { subtotal: 3497, tax: 280, total: 3777, open: 3777, settlement: 'open' }])
    expect(await orderOf(order.id)).toMatchObject({ status: 'shipped', exposure: 0 })
    expect(await linesOf(order.id)).toMatchObject([{ shipped: 3, invoiced: 3 }, { shipped: 7, invoiced: 7 }])
    expect(await stockOf(frame.id)).toMatchObject({ onHand: 7, reserved: 0, promised: 0, moved: 7 })

    // The jobs again: nothing is billed twice.
    expect(await perform(billShipment, { id: last.id, automatic: true }, await net.asSystem())).toEqual({ invoice: null, number: null })
    expect(await invoicesOf(order.id)).toHaveLength(2)

    await aPayment(net, 14_576, { allocate: 'oldest-first' })
    for (const invoice of invoices) expect(await moneyOf(net, invoice.id)).toMatchObject({ settlement: 'paid', open: 0 })
    const shipments = await ownerQuery<{ id: string }>('select id from shipments where order_id = $1 order by id', [order.id])
    for (const { id } of shipments) await perform(confirmReceipt, { id }, buyer)
    const page = await orderPage(await net.reader(net.d1.admin), order.id)
    expect(page).toMatchObject({ status: 'delivered', shipments: [{ trackingNumber: 'T1' }, {}], invoices: [{ settlement: 'paid' }, { settlement: 'paid' }] })
    expect(page.lines.map((line) => line.open)).toEqual(['0', '0'])
  })

  it('S7 X4 spreads the discount of the order over its shipments: 3.33, 3.33, 3.34', async () => {
    const wheel = await net.aVariant({ price: 33_330_000, stock: 10 })
    const sales = await net.caller(net.people.sales)
    const { id } = await perform(draftOrder, { dealer: net.d1.dealer, lines: [{ sku: wheel.sku, quantity: 3 }], discountMinor: 1000 }, sales)
    expect(await perform(submitOrder, { id }, sales)).toMatchObject({ totalMinor: 9719 })
    expect(await orderOf(id)).toMatchObject({ subtotal: 9999, discount: 1000, tax: 720, total: 9719 })
    await perform(confirmOrder, { id }, sales)
    for (let turn = 0; turn < 3; turn += 1) {
      await aShipment(net, id, { 1: 1 })
      await drainJobs(net.payload)
    }
    const invoices = await invoicesOf(id)
    expect(invoices.map((one) => one.discount)).toEqual([333, 333, 334])
    expect(invoices.map((one) => one.total)).toEqual([3240, 3240, 3239])
    expect(await orderOf(id)).toMatchObject({ exposure: 0 })
  })

  it('S13 bills the price of the order, whatever the list says by then', async () => {
    const other = await aNetwork()
    const wheel = await other.aVariant({ price: 100_000_000, stock: 10 })
    const order = await aConfirmedOrder(other, [{ sku: wheel.sku, quantity: 1 }])
    await other.payload.update({ collection: 'prices', id: wheel.price ?? '', data: { unitPriceMicro: 120_000_000 }, overrideAccess: true })
    await aShipment(other, order.id)
    await drainJobs(other.payload)
    expect(await invoicesOf(order.id)).toMatchObject([{ subtotal: 10_000, tax: 800, total: 10_800 }])
  })

  it('S16 a chain counts once: ordered, delivered, billed, paid', async () => {
    const other = await aNetwork()
    const unit = await other.aVariant({ price: 10_000_000, stock: 100, taxClass: 'free' })
    await perform(updateDealer, { id: other.d1.dealer, creditLimitMinor: 10_000 }, await other.caller(other.people.admin))
    const order = await aConfirmedOrder(other, [{ sku: unit.sku, quantity: 6 }])
    const refusal = { code: 'CREDIT_EXCEEDED', message: expect.stringContaining('$101.00 would be open') }
    const one = await other.aVariant({ price: 1_000_000, stock: 100, taxClass: 'free' })
    const tooMuch = () => anOrder(other, [{ sku: one.sku, quantity: 41 }])
    await expect(tooMuch()).rejects.toMatchObject(refusal)
    const shipment = await aShipment(other, order.id)
    await expect(tooMuch()).rejects.toMatchObject(refusal)
    await drainJobs(other.payload)
    expect(await invoicesOf(order.id)).toMatchObject([{ total: 6000 }])
    await expect(tooMuch()).rejects.toMatchObject(refusal)
    await perform(confirmReceipt, { id: shipment.id }, await other.caller(other.d1.buyer))
    await aPayment(other, 6000, { buyer: other.d1.party, allocate: 'oldest-first' })
    await expect(tooMuch()).resolves.toMatchObject({ totalMinor: 4100 })
  })

  it('S16 a voided invoice makes its shipment billable again, once', async () => {
    const other = await aNetwork()
    const unit = await other.aVariant({ price: 10_000_000, stock: 100, taxClass: 'free' })
    const order = await aConfirmedOrder(other, [{ sku: unit.sku, quantity: 6 }])
    const shipment = await aShipment(other, order.id)
    await drainJobs(other.payload)
    const [invoice] = await invoicesOf(order.id)
    await perform(voidInvoice, { id: invoice?.id, reason: 'Wrong terms.' }, await other.caller(other.people.finance))
    await drainJobs(other.payload)
    expect(await orderOf(order.id)).toMatchObject({ exposure: 6000 })
    expect(await linesOf(order.id)).toMatchObject([{ invoiced: 0 }])
    const finance = await other.caller(other.people.finance)
    const both = await Promise.all([1, 2].map(() => perform(billShipment, { id: shipment.id }, finance)))
    expect(both.filter((one) => one.invoice !== null)).toHaveLength(1)
    expect(await invoicesOf(order.id)).toMatchObject([{ status: 'void' }, { status: 'posted', total: 6000 }])
    expect(await orderOf(order.id)).toMatchObject({ exposure: 0 })
  })
})
