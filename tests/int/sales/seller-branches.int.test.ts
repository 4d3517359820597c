import { beforeAll, describe, expect, test } from '@jest/globals'
import { draftInvoice, invoicePage, listInvoices, listPayments, paymentPage, recordPayment } from '@/domain/finance'
import { createDealer, dealerPage, listDealers, updateDealer } from '@/domain/network'
import { core } from '@/domain/registry'
import { confirmOrder, draftOrder, editOrder, listOrders, listShipments, orderPage, quoteFor, submitOrder } from '@/domain/sales'
import { quantity } from '@/kernel/quantity'
import { explainAction } from '@/platform/explain/explain'
import { actionSources } from '@/domain/actions'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { anHqBranch, type HqBranch } from '@tests/builders/branches'
import { creatorFor } from '@tests/builders/places'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, aShipment } from '@tests/builders/orders'
import type { Variant } from '@tests/builders/variants'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let north: HqBranch
let south: HqBranch
let goods: Variant

beforeAll(async () => {
  net = await aNetwork()
  north = await anHqBranch(net, 'NORTH')
  south = await anHqBranch(net, 'SOUTH')
  goods = await net.aVariant({ price: 10_000_000, stock: 500 })
}, 120_000)

const line = (quantity = 1) => ({ sku: goods.sku, quantity })
const branchesOf = async (table: string, column: string, id: string) =>
  (await ownerQuery<{ branch: string | null }>(`select distinct branch_id as branch from ${table} where ${column} = $1`, [id])).map((row) => row.branch)

describe("the seller's branch", () => {
  test('T1: is the one that looks after the dealer, on the order and everything that follows from it', async () => {
    const { id } = await aConfirmedOrder(net, [line(3)], { buyer: north.dealer })
    await aShipment(net, id)
    await drainJobs(net.payload)
    for (const [table, column] of [['orders', 'id'], ['order_lines', 'order_id'], ['shipments', 'order_id'], ['invoices', 'order_id']] as const) {
      expect([table, await branchesOf(table, column, id)]).toEqual([table, [north.branch]])
    }
    const paid = await perform(recordPayment, { buyer: north.dealer.party, amountMinor: 1_000 }, await net.caller(net.people.finance))
    expect(await branchesOf('payments', 'id', paid.id)).toEqual([north.branch])
    expect(await branchesOf('allocations', 'payment_id', paid.id)).toEqual([north.branch])
    const plain = await anOrder(net, [line()], {})
    expect(await branchesOf('orders', 'id', plain.id)).toEqual([null])
  })

  test('T1: HQ names another one on a draft, never one of somebody else; later the dealer moves on and documents stay', async () => {
    const hq = await net.caller(net.people.sales)
    const foreign = await (await creatorFor(net.payload, net.d1.admin.email))('branches', { code: 'THEIRS', name: 'Not ours' })
    await expect(perform(draftOrder, { dealer: north.dealer.dealer, sellerBranch: foreign }, hq)).rejects.toThrow('The branch was not found.')
    await expect(perform(draftInvoice, { buyer: north.dealer.party, branch: foreign, lines: [{ name: 'x', unit: 'PCS', quantity: '1', unitPriceMicro: 1, taxes: [] }] }, await net.caller(net.people.finance))).rejects.toThrow('The branch was not found.')
    const { id } = await perform(draftOrder, { dealer: north.dealer.dealer, lines: [line()] }, hq)
    expect(await branchesOf('orders', 'id', id)).toEqual([north.branch])
    await perform(editOrder, { id, sellerBranch: south.branch }, hq)
    await perform(submitOrder, { id }, hq)
    expect(await branchesOf('orders', 'id', id)).toEqual([south.branch])
    expect(await branchesOf('order_lines', 'order_id', id)).toEqual([south.branch])
    expect((await orderPage(await net.reader(net.people.sales), id)).sellerBranchName).toBe('Office SOUTH')
  })
})

describe('a person of HQ who belongs to one branch', () => {
  test('T1: sees exactly its dealers, orders, shipments, invoices and payments', async () => {
    const mine = await aConfirmedOrder(net, [line(2)], { buyer: north.dealer })
    const others = [await aConfirmedOrder(net, [line(2)], { buyer: south.dealer }), await aConfirmedOrder(net, [line(2)], {})]
    for (const { id } of [mine, ...others]) await aShipment(net, id)
    await drainJobs(net.payload)
    const paid = await perform(recordPayment, { buyer: south.dealer.party, amountMinor: 500 }, await net.caller(net.people.finance))
    const sales = await net.reader(north.sales)
    const books = await net.reader(north.finance)
    const orders = (await listOrders(sales, { limit: 100 })).rows
    expect(orders.map((row) => row.id)).toContain(mine.id)
    expect(new Set(orders.map((row) => row.sellerBranch))).toEqual(new Set([north.branch]))
    const found = (await listOrders(sales, { limit: 100, q: 'Dealer' })).rows
    expect(new Set(found.map((row) => row.sellerBranch))).toEqual(new Set([north.branch]))
    expect(new Set((await listShipments(sales, { limit: 100 })).rows.map((row) => row.buyer))).toEqual(new Set([north.dealer.party]))
    expect(new Set((await listInvoices(books, { limit: 100 })).rows.map((row) => row.buyer))).toEqual(new Set([north.dealer.party]))
    expect((await listPayments(books, { limit: 100 })).rows.map((row) => row.id)).not.toContain(paid.id)
    expect((await listDealers(sales, { sort: 'name', limit: 100 })).rows.map((row) => row.id)).toEqual([north.dealer.dealer])
    await expect(dealerPage(sales, south.dealer.dealer)).rejects.toThrow('The dealer was not found.')
    for (const { id } of others) await expect(orderPage(sales, id)).rejects.toThrow('The order was not found.')
  })

  test('T1: confirms, drafts, bills and takes money for its dealers, and for nobody else', async () => {
    const sales = await net.caller(north.sales)
    const books = await net.caller(north.finance)
    const mine = await anOrder(net, [line()], { buyer: north.dealer })
    const other = await anOrder(net, [line()], { buyer: south.dealer })
    expect(await perform(confirmOrder, { id: mine.id }, sales)).toMatchObject({ status: 'confirmed' })
    await expect(perform(confirmOrder, { id: other.id }, sales)).rejects.toThrow('The order was not found.')
    const { id } = await perform(draftOrder, { dealer: north.dealer.dealer, lines: [line()] }, sales)
    expect(await perform(submitOrder, { id }, sales)).toMatchObject({ status: 'submitted' })
    await expect(perform(draftOrder, { dealer: south.dealer.dealer, lines: [line()] }, sales)).rejects.toThrow('The dealer was not found.')
    await expect(perform(draftOrder, { dealer: north.dealer.dealer, sellerBranch: south.branch }, sales)).rejects.toThrow('The branch was not found.')
    const hq = (await net.principalFor(north.sales.email)).memberships[0]!.organization
    const wish = [{ key: 'a', variant: goods.id, quantity: quantity('1') }]
    await expect(quoteFor(await net.reader(north.sales), hq, south.dealer.dealer, wish)).rejects.toThrow('The dealer was not found.')
    const bill = { lines: [{ name: 'Service', unit: 'PCS', quantity: '1', unitPriceMicro: 5_000_000, taxes: [] }] }
    const drafted = await perform(draftInvoice, { buyer: north.dealer.party, ...bill }, books)
    expect((await invoicePage(await net.reader(north.finance), drafted.id)).branch).toBe(north.branch)
    await expect(perform(draftInvoice, { buyer: south.dealer.party, ...bill }, books)).rejects.toThrow('was not found.')
    await expect(perform(draftInvoice, { buyer: north.dealer.party, branch: south.branch, ...bill }, books)).rejects.toThrow('was not found.')
    const paid = await perform(recordPayment, { buyer: north.dealer.party, amountMinor: 700 }, books)
    const page = await paymentPage(await net.reader(north.finance), paid.id)
    expect(page.actions.find((one) => one.verb === 'reverse')).toMatchObject({ allowed: true })
    await expect(perform(recordPayment, { buyer: south.dealer.party, amountMinor: 700 }, books)).rejects.toThrow('was not found.')
  })

  test('T1: founds dealers in its own branch and gives none away', async () => {
    const sales = await net.caller(north.sales)
    const made = await perform(createDealer, { code: 'N-NEW', name: 'New in the north' }, sales)
    expect((await dealerPage(await net.reader(north.sales), made.dealer)).branch?.id).toBe(north.branch)
    await expect(perform(createDealer, { code: 'N-OTHER', name: 'Elsewhere', branch: south.branch }, sales)).rejects.toThrow('The branch was not found.')
    await expect(perform(updateDealer, { id: made.dealer, branch: south.branch }, sales)).rejects.toThrow('The branch was not found.')
    await expect(perform(updateDealer, { id: south.dealer.dealer, termsDays: 5 }, sales)).rejects.toThrow('The dealer was not found.')
  })

  test('T1: is told of its orders, and why another one is not its own', async () => {
    const mine = await anOrder(net, [line()], { buyer: north.dealer })
    const other = await anOrder(net, [line()], { buyer: south.dealer })
    await drainJobs(net.payload)
    const told = await ownerQuery<{ path: string }>('select path from notifications where user_id = $1', [north.sales.user])
    expect(told.some((one) => one.path.endsWith(mine.id))).toBe(true)
    expect(told.some((one) => one.path.endsWith(other.id))).toBe(false)
    const ground = { payload: net.payload, db: poolOf(net.payload), sources: actionSources, settings: core.settings }
    const answer = await explainAction(ground, await net.principalFor(net.people.admin.email), north.sales.user, { collection: 'orders', id: other.id, verb: 'confirm' })
    expect(answer.allowed).toBe(false)
    expect(JSON.stringify(answer.missing)).toContain('only in another branch')
  })
})
