import { beforeAll, describe, expect, test } from '@jest/globals'
import { openSession } from '@/platform/access/sign-in'
import { RATES } from '@/platform/limits/rates'
import { send } from '@tests/builders/http'
import { aNetwork, type DealerSide, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let numbers: string[]
let last: string

beforeAll(async () => {
  net = await aNetwork()
  const goods = await net.aVariant({ price: 10_000_000, stock: 500 })
  numbers = []
  for (let at = 0; at < 3; at += 1) numbers.push((await anOrder(net, [{ sku: goods.sku, quantity: 1 }], { poReference: '=1+1' })).number)
  last = (await ownerQuery<{ id: string }>('select id from orders where number = $1 and organization_id = $2', [numbers[2], net.hq.id]))[0]?.id ?? ''
  await anOrder(net, [{ sku: goods.sku, quantity: 1 }], { buyer: net.d2 })
}, 120_000)

const ask = async ({ admin, party, slug }: DealerSide, of: string = slug, more = '') => {
  const { token } = await openSession(net.payload, admin.user)
  return send<string>(net.payload, 'GET', `/api/v1/orders/export?organization=${of}&dealer=${party}${more}`, { token })
}

describe("a buyer's orders as a file", () => {
  test('T1: holds exactly its own orders, the newest first, formulas as text, and counts as an export (6.5)', async () => {
    const { status, body, headers } = await ask(net.d1)
    const rows = body.trim().split('\r\n')
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/csv; charset=utf-8', 'private, no-store'])
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual([...numbers].reverse())
    expect(body).toContain("'=1+1")
    expect(headers.get('ratelimit-limit')).toBe(String(RATES.export.points))
  })

  test('T1: holds the chosen ones alone where some are chosen', async () => {
    const { body } = await ask(net.d1, net.d1.slug, `&id=${last}`)
    expect(body.trim().split('\r\n').slice(1).map((row) => row.split(',')[0])).toEqual([numbers[2]])
  })

  test('T1: of another dealer is answered like one that does not exist, and nobody gets anything', async () => {
    const foreign = await ask(net.d1, net.d2.slug)
    const missing = await ask(net.d1, 'no-such-dealer')
    const said = (one: { status: number; body: unknown }) => [one.status, (one.body as { error: { message: string } }).error.message]
    expect(said(foreign)).toEqual([404, 'The organization was not found.'])
    expect(said(missing)).toEqual(said(foreign))
    expect((await send(net.payload, 'GET', `/api/v1/orders/export?organization=${net.d1.slug}`)).status).toBe(401)
    expect((await ask(net.d1, net.d1.slug, '&from=yesterday')).status).toBe(400)
    expect((await ask(net.d1, net.d1.slug, '&id=x')).status).toBe(400)
  })
})
