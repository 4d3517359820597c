import { addCartLine, cartOf, checkoutCart, clearCart, openCheckout, pasteCartLines, removeCartLine, setCartLine } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { runClock } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { linesOf, orderOf } from '@tests/builders/orders'
import { stockOf } from '@tests/builders/stock'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeEach(async () => {
  net = await aNetwork()
})

const buyer = (options = {}) => net.caller(net.d1.buyer, options)

async function cart() {
  const reader = await net.reader(net.d1.buyer)
  const [membership] = reader.principal.memberships
  if (!membership) throw new Error('The buyer has no membership.')
  return cartOf(reader, membership.organization)
}

describe('cart', () => {
  it('keeps one open cart per person, adds equal variants up and shows prices, taxes and availability', async () => {
    const tube = await net.aVariant({ price: 5_000_000, stock: 10 })
    await perform(addCartLine, { sku: tube.sku.toLowerCase(), quantity: 2 }, await buyer())
    await perform(addCartLine, { variant: tube.id, quantity: '1', unit: 'PCS' }, await buyer())
    const shown = await cart()
    expect(shown).toMatchObject({ subtotalMinor: 1500, taxMinor: 120, totalMinor: 1620, canCheckout: true, seller: { id: net.hq.id } })
    expect(shown.lines).toMatchObject([{ sku: tube.sku, quantity: '3', unitPriceMicro: 5_000_000, available: '10', isShort: false, problem: null }])
    const carts = await ownerQuery('select 1 from carts where organization_id = $1', [net.d1.party])
    expect(carts).toHaveLength(1)
  })

  it('begins one cart when two adds run at once', async () => {
    const [left, right] = [await net.aVariant({ stock: 1 }), await net.aVariant({ stock: 1 })]
    const caller = await buyer()
    await Promise.all([left, right].map(({ sku }) => perform(addCartLine, { sku, quantity: 1 }, caller)))
    expect((await cart()).lines).toHaveLength(2)
  })

  it('S15 S20 refuses what cannot be ordered before it is in the cart', async () => {
    const cap = await net.aVariant({ stock: 100, minimumQuantity: 6, stepQuantity: 4 })
    await expect(perform(addCartLine, { sku: cap.sku, quantity: 8 }, await buyer())).rejects.toMatchObject({ code: 'QUANTITY_STEP' })
    await expect(perform(addCartLine, { sku: cap.sku, quantity: '6.5' }, await buyer())).rejects.toMatchObject({ code: 'QUANTITY_FRACTION' })
    await expect(perform(addCartLine, { sku: cap.sku, quantity: 6, colour: 'red' }, await buyer())).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await perform(addCartLine, { sku: cap.sku, quantity: 6 }, await buyer())
    await expect(perform(addCartLine, { sku: cap.sku, quantity: 6 }, await buyer())).rejects.toMatchObject({ message: expect.stringContaining('10 or 14') })
  })

  it('changes, removes and clears lines; a foreign line is not found', async () => {
    const [one, two] = [await net.aVariant({ stock: 9 }), await net.aVariant({ stock: 9 })]
    const { line } = await perform(addCartLine, { sku: one.sku, quantity: 1 }, await buyer())
    await perform(addCartLine, { sku: two.sku, quantity: 1 }, await buyer())
    await perform(setCartLine, { id: line, quantity: 4 }, await buyer())
    expect((await cart()).lines[0]).toMatchObject({ quantity: '4' })
    await expect(perform(setCartLine, { id: line, quantity: 1 }, await net.caller(net.d2.buyer))).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'The line was not found.' })
    await perform(removeCartLine, { id: line }, await buyer())
    await perform(addCartLine, { sku: one.sku, quantity: 2 }, await buyer())
    expect((await cart()).lines).toHaveLength(2)
    expect(await perform(clearCart, {}, await buyer())).toMatchObject({ removed: 2 })
    expect((await cart()).lines).toEqual([])
    await expect(perform(checkoutCart, {}, await buyer())).rejects.toMatchObject({ code: 'CART_EMPTY' })
  })

  it('adds the good lines of a pasted text and says what is wrong with each other one', async () => {
    const [bolt, nut] = [await net.aVariant({ sku: 'BOLT-8', stock: 99, packs: [{ unit: 'BOX', factor: '12' }] }), await net.aVariant({ sku: 'NUT-8', stock: 9 })]
    const text = 'bolt-8 5\nBOLT-8\t2\tbox\n\nNUT-8; 1.5\nNOPE 3\nNUT-8 -1\nnut-8, 2\njust words here and more'
    const answer = await perform(pasteCartLines, { text }, await buyer())
    expect(answer).toMatchObject({ added: 3, failed: 4 })
    expect(answer.lines.map(({ line, added, sentence }) => [line, added, sentence])).toEqual([
      [1, true, '5 × Product BOLT-8 added.'],
      [2, true, '2 × Product BOLT-8 added.'],
      [4, false, 'NUT-8: 1.5 PCS is not possible; PCS cannot be divided.'],
      [5, false, 'A product with the SKU NOPE was not found.'],
      [6, false, expect.any(String)],
      [7, true, expect.stringContaining('added')],
      [8, false, expect.stringContaining('Write a SKU')],
    ])
    expect((await cart()).lines.map(({ sku, quantity, unit }) => [sku, quantity, unit])).toEqual([[bolt.sku, '5', 'PCS'], [bolt.sku, '2', 'BOX'], [nut.sku, '2', 'PCS']])
  })
})

describe('checkout', () => {
  it('S2 holds while the checkout is open, gives back at a change, and turns firm with the order', async () => {
    const bike = await net.aVariant({ price: 100_000_000, stock: 5 })
    const { line } = await perform(addCartLine, { sku: bike.sku, quantity: 4 }, await buyer())
    expect(await stockOf(bike.id)).toMatchObject({ reserved: 0 })
    await perform(openCheckout, {}, await buyer())
    await perform(openCheckout, {}, await buyer())
    expect(await stockOf(bike.id)).toMatchObject({ reserved: 4, promised: 4 })
    await expect(perform(addCartLine, { sku: bike.sku, quantity: 2 }, await net.caller(net.d2.buyer)).then(async () => perform(checkoutCart, {}, await net.caller(net.d2.buyer)))).rejects.toMatchObject({
      code: 'STOCK_SHORT',
    })
    await perform(setCartLine, { id: line, quantity: 3 }, await buyer())
    expect(await stockOf(bike.id)).toMatchObject({ reserved: 0, promised: 0 })
    await perform(openCheckout, {}, await buyer())
    expect(await cart()).toMatchObject({ heldUntil: expect.any(Date), canCheckout: true })
    const order = await perform(checkoutCart, { poReference: 'PO-9' }, await buyer())
    expect(order).toMatchObject({ status: 'submitted', totalMinor: 32_400 })
    expect(await stockOf(bike.id)).toMatchObject({ reserved: 3, promised: 3 })
    expect(await linesOf(order.id)).toMatchObject([{ quantity: 3, gross: 32_400 }])
    expect((await cart()).lines).toEqual([])
  })

  it('S2 the sweeper after submit leaves the firm reservation alone', async () => {
    const bike = await net.aVariant({ stock: 4 })
    const early = new Date(Date.now() - 3_600_000)
    await perform(addCartLine, { sku: bike.sku, quantity: 4 }, await buyer())
    await perform(openCheckout, {}, await buyer({ now: early }))
    await perform(checkoutCart, {}, await buyer())
    await runClock(net.payload, 'expired-holds')
    expect(await stockOf(bike.id)).toMatchObject({ reserved: 4, promised: 4 })
  })

  it('makes one order of a cart that is checked out twice at once', async () => {
    const bike = await net.aVariant({ stock: 4 })
    await perform(addCartLine, { sku: bike.sku, quantity: 2 }, await buyer())
    const caller = await buyer()
    const done = await Promise.allSettled([1, 2].map(() => perform(checkoutCart, {}, caller)))
    expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(done.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'CART_EMPTY' } })
    expect(await stockOf(bike.id)).toMatchObject({ reserved: 2 })
  })

  it('ships to a chosen address of the buyer only, and refuses a day that has passed', async () => {
    const bike = await net.aVariant({ stock: 4 })
    await perform(addCartLine, { sku: bike.sku, quantity: 1 }, await buyer())
    await expect(perform(checkoutCart, { shipTo: net.d2.address }, await buyer())).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'The address was not found.' })
    await expect(perform(checkoutCart, { requestedOn: '2020-01-01' }, await buyer())).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const order = await perform(checkoutCart, { shipTo: net.d1.address, requestedOn: '2099-01-01' }, await buyer())
    expect(await orderOf(order.id)).toMatchObject({ status: 'submitted' })
  })
})
