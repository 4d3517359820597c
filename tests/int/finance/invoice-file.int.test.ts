import { beforeAll, describe, expect, test } from '@jest/globals'
import { openSession } from '@/platform/access/sign-in'
import { RATES } from '@/platform/limits/rates'
import { aCredit, aDraft, anInvoice } from '@tests/builders/finance'
import { send } from '@tests/builders/http'
import { aNetwork, type DealerSide, type Network } from '@tests/builders/network'

let net: Network
let first: { id: string; number: string }
let second: { id: string; number: string }
let credit: { number: string | null }

beforeAll(async () => {
  net = await aNetwork()
  first = await anInvoice(net, { totalMinor: 123_456 })
  second = await anInvoice(net, { totalMinor: 5_000 })
  credit = await aCredit(net, second.id)
  await aDraft(net, { totalMinor: 700 })
  await anInvoice(net, { buyer: net.d2.party, totalMinor: 9_900 })
}, 120_000)

const ask = async ({ admin, slug }: DealerSide, of: string = slug, more = '') => {
  const { token } = await openSession(net.payload, admin.user)
  return send<string>(net.payload, 'GET', `/api/v1/invoices/export?organization=${of}${more}`, { token })
}

const rowsOf = (body: string) => body.trim().split('\r\n').slice(1).map((row) => row.split(','))

describe("a buyer's invoices as a file", () => {
  test('T1: holds its own posted documents, the newest first, credit notes against, and counts as an export (6.5)', async () => {
    const { status, body, headers } = await ask(net.d1)
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/csv; charset=utf-8', 'private, no-store'])
    expect(rowsOf(body).map(([number, kind, , , , , , total]) => [number, kind, total])).toEqual([
      [credit.number, 'Credit note', '-50.00'],
      [second.number, 'Invoice', '50.00'],
      [first.number, 'Invoice', '1234.56'],
    ])
    expect(headers.get('ratelimit-limit')).toBe(String(RATES.export.points))
  })

  test('T1: is narrowed like the list', async () => {
    expect(rowsOf((await ask(net.d1, net.d1.slug, '&kind=credit-note')).body).map(([number]) => number)).toEqual([credit.number])
    expect(rowsOf((await ask(net.d1, net.d1.slug, `&q=${first.number}`)).body).map(([number]) => number)).toEqual([first.number])
  })

  test('T1: of another dealer is answered like one that does not exist, and nobody gets anything', async () => {
    const said = (one: { status: number; body: unknown }) => [one.status, (one.body as { error: { message: string } }).error.message]
    const missing = await ask(net.d1, 'no-such-dealer')
    expect(said(await ask(net.d1, net.d2.slug))).toEqual(said(missing))
    expect(said(missing)).toEqual([404, 'The organization was not found.'])
    expect((await send(net.payload, 'GET', `/api/v1/invoices/export?organization=${net.d1.slug}`)).status).toBe(401)
    expect((await ask(net.d1, net.d1.slug, `&buyer=${net.d2.party}`)).status).toBe(400)
  })
})
