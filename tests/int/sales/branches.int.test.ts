import { beforeAll, describe, expect, test } from '@jest/globals'
import { listInvoices } from '@/domain/finance'
import { cancelOrder, cartOf, checkoutCart, addCartLine, listOrders, listShipments, orderPage, placeOrder } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { aBranch, type BranchSide } from '@tests/builders/branches'
import { send } from '@tests/builders/http'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, aShipment } from '@tests/builders/orders'
import { openSession } from '@/platform/access/sign-in'
import type { Variant } from '@tests/builders/variants'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let north: BranchSide
let south: BranchSide
let goods: Variant

beforeAll(async () => {
  net = await aNetwork()
  north = await aBranch(net, net.d1, 'NORTH')
  south = await aBranch(net, net.d1, 'SOUTH')
  goods = await net.aVariant({ price: 10_000_000, stock: 500 })
}, 120_000)

const line = (quantity = 1) => ({ sku: goods.sku, quantity })
const asNorth = () => ({ ...net.d1, buyer: north.buyer })
const branchOf = async (id: string) => (await ownerQuery<{ branch: string | null }>('select counterparty_branch_id as branch from orders where id = $1', [id]))[0]?.branch

describe('a buyer who belongs to one branch', () => {
  test('T1: orders for it without saying so, to its address, and sees the order', async () => {
    await perform(addCartLine, line(), await net.caller(north.buyer))
    const reader = await net.reader(north.buyer)
    const cart = await cartOf(reader, (await net.principalFor(north.buyer.email)).memberships[0]!.organization)
    expect(cart.shipTo?.address).toBe(north.address)
    expect(cart.branches.map((one) => one.id)).toEqual([north.branch])
    const { id } = await perform(checkoutCart, {}, await net.caller(north.buyer))
    expect(await branchOf(id)).toBe(north.branch)
    expect((await orderPage(reader, id)).branchName).toBe('Branch NORTH')
    expect((await listOrders(reader, { limit: 50 })).rows.map((row) => row.id)).toContain(id)
  })

  test('T1: follows it to shipment, invoice and notifications, and may cancel', async () => {
    const order = await aConfirmedOrder(net, [line(3)], { buyer: asNorth() })
    await aShipment(net, order.id)
    await drainJobs(net.payload)
    const reader = await net.reader(north.buyer)
    expect((await listShipments(reader, { limit: 10, order: order.id })).rows).toHaveLength(1)
    expect((await listInvoices(reader, { limit: 10, order: order.id })).rows).toHaveLength(1)
    const told = await ownerQuery<{ type: string }>('select type from notifications where user_id = $1 and path like $2 order by id', [north.buyer.user, `%${order.id}`])
    expect(told.map((one) => one.type)).toContain('order-confirmed')
    const next = await anOrder(net, [line()], { buyer: asNorth() })
    expect(await perform(cancelOrder, { id: next.id, reason: 'Not needed' }, await net.caller(north.buyer))).toMatchObject({ status: 'cancelled' })
  })

  test('T1: sees nothing of another branch nor of the whole organization, in the words of what is missing', async () => {
    const { token } = await openSession(net.payload, north.buyer.user)
    const foreign = [await anOrder(net, [line()], { buyer: { ...net.d1, buyer: south.buyer } }), await anOrder(net, [line()], {})]
    expect(await branchOf(foreign[1]!.id)).toBeNull()
    const ids = (await listOrders(await net.reader(north.buyer), { limit: 100 })).rows.map((row) => row.id)
    for (const { id } of foreign) {
      expect(ids).not.toContain(id)
      for (const [method, path] of [['GET', ''], ['POST', '/cancel']] as const) {
        const answer = await send<{ error: { code: string; message: string } }>(net.payload, method, `/api/v1/orders/${id}${path}`, { token, ...(method === 'POST' ? { body: { reason: 'x' } } : {}) })
        expect([answer.status, answer.body.error.message]).toEqual([404, 'The order was not found.'])
      }
    }
    const told = await ownerQuery<{ n: number }>('select count(*)::int as n from notifications where user_id = $1 and path like any($2)', [north.buyer.user, foreign.map(({ id }) => `%${id}`)])
    expect(told[0]?.n).toBe(0)
  })

  test('T1: cannot order for another branch, and the other party sees whose it is', async () => {
    await expect(perform(placeOrder, { lines: [line()], branch: south.branch }, await net.caller(north.buyer))).rejects.toThrow('The branch was not found.')
    await expect(perform(placeOrder, { lines: [line()], branch: net.branch }, await net.caller(net.d1.buyer))).rejects.toThrow('The branch was not found.')
    const { id } = await perform(placeOrder, { lines: [line()], shipTo: south.address }, await net.caller(net.d1.buyer))
    expect(await branchOf(id)).toBe(south.branch)
    expect((await orderPage(await net.reader(net.people.sales), id)).branchName).toBe('Branch SOUTH')
  })

  test('T1: its orders are found among those of the whole organization', async () => {
    const wanted = await anOrder(net, [line()], { buyer: { ...net.d1, buyer: south.buyer } })
    const { rows } = await listOrders(await net.reader(net.d1.admin), { organization: net.d1.party, buyerBranch: south.branch, limit: 50 })
    expect(rows.map((row) => row.id)).toContain(wanted.id)
    expect(new Set(rows.map((row) => row.buyerBranchName))).toEqual(new Set(['Branch SOUTH']))
    expect((await listOrders(await net.reader(net.d2.admin), { buyerBranch: south.branch, limit: 50 })).rows).toEqual([])
  })
})
