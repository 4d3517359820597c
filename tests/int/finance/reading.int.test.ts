import { ageing, balanceOf, invoicePage, listInvoices, listPayments, lockCreditFor, paymentPage } from '@/domain/finance'
import { perform } from '@/platform/perform'
import { defineOperation } from '@/platform/operation'
import { loadOrganization } from '@/platform/access/load-principal'
import { poolOf } from '@/platform/db/pool'
import { z } from 'zod'
import { aCredit, aDraft, anInvoice, aPayment, callOver, moneyOf, putSetting } from '@tests/builders/finance'
import { aNetwork, type Network } from '@tests/builders/network'

let net: Network
let other: Network

beforeAll(async () => {
  net = await aNetwork({ zone: 'UTC' })
  other = await aNetwork()
})

const at = (day: string) => new Date(`${day}T12:00:00Z`)
const hq = async () => (await loadOrganization(poolOf(net.payload), net.hq.id))!
const finance = (now?: Date) => net.reader(net.people.finance, now)

describe('lists and pages of invoices', () => {
  let draft: string
  let invoice: { id: string; number: string }

  beforeAll(async () => {
    draft = await aDraft(net)
    invoice = await anInvoice(net, { orderNumber: 'SO-000777', poReference: 'PO-9', now: at('2026-05-01') })
    await aPayment(net, 2500, { now: at('2026-05-02'), reference: 'WIRE-1' })
  })

  it('HQ sees its drafts, the buyer what was posted, everybody else nothing', async () => {
    const idsOf = async (reader: Parameters<typeof listInvoices>[0]) =>
      (await listInvoices(reader, { limit: 50 })).rows.map((row) => row.id)
    expect(await idsOf(await finance())).toEqual(expect.arrayContaining([draft, invoice.id]))
    expect(await idsOf(await net.reader(net.d1.buyer))).toEqual([invoice.id])
    expect(await idsOf(await net.reader(net.d2.admin))).toEqual([])
    expect(await idsOf(await other.reader(other.people.admin))).toEqual([])
    expect(await idsOf(await net.reader(net.people.warehouse))).toEqual([])
  })

  it('a foreign invoice is missing, in the words of a missing one; a draft is missing for the buyer', async () => {
    for (const reader of [await net.reader(net.d2.admin), await other.reader(other.people.admin)]) {
      await expect(invoicePage(reader, invoice.id)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'The invoice was not found.',
      })
    }
    await expect(invoicePage(await net.reader(net.d1.admin), draft)).rejects.toMatchObject({
      message: 'The invoice was not found.',
    })
  })

  it('filters by number, reference, buyer, state and days, and goes on after a cursor', async () => {
    const find = async (wish: object) =>
      (await listInvoices(await finance(at('2026-07-01')), { limit: 50, ...wish })).rows.map((row) => row.id)
    for (const q of [invoice.number, 'so-0007', 'po-9', 'dealer d1']) expect(await find({ q })).toContain(invoice.id)
    expect(await find({ q: '%' })).toEqual([])
    expect(await find({ buyer: net.d2.party })).toEqual([])
    expect(await find({ status: 'draft' })).toEqual([draft])
    expect(await find({ settlement: 'partial', from: '2026-05-01', to: '2026-05-01' })).toEqual([invoice.id])
    expect(await find({ from: '2026-05-02' })).toEqual([])
    expect(await find({ overdue: true })).toEqual([invoice.id])
    expect(await find({ overdue: false })).toEqual([draft])
    expect(await find({ unpaid: true, seller: net.hq.id })).toEqual([invoice.id])
    expect(await find({ seller: other.hq.id })).toEqual([])
    const first = await listInvoices(await finance(), { limit: 1 })
    const second = await listInvoices(await finance(), { limit: 1, cursor: first.nextCursor ?? undefined })
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual([invoice.id, draft])
    expect(second.nextCursor).toBeNull()
  })

  it('F5 is overdue on the day after its due day in the zone of the seller, not on it', async () => {
    const overdueOn = async (day: string) => (await invoicePage(await finance(at(day)), invoice.id)).isOverdue
    expect([await overdueOn('2026-05-31'), await overdueOn('2026-06-01')]).toEqual([false, true])
  })

  it('a page shows lines, allocations and actions; internal notes stay with the owner', async () => {
    const page = await invoicePage(await finance(), invoice.id)
    expect(page).toMatchObject({
      orderNumber: 'SO-000777',
      openMinor: 7500,
      settlement: 'partial',
      internalNote: null,
      lines: [{ amountMinor: 10_000 }],
    })
    expect(page.allocations).toMatchObject([
      { amountMinor: 2500, paymentNumber: expect.stringMatching(/^PAY-/), onDay: '2026-05-02' },
    ])
    const verbs = new Map(page.actions.map((action) => [action.verb, action.allowed]))
    expect(Object.fromEntries(verbs)).toMatchObject({
      post: false,
      void: false,
      credit: true,
      send: true,
      delete: false,
    })
    const mine = await invoicePage(await net.reader(net.d1.admin), invoice.id)
    expect(mine).not.toHaveProperty('internalNote')
    expect(mine.actions.every((action) => !action.allowed)).toBe(true)
  })

  it('payments are read by both sides that hold payment.read', async () => {
    const [row] = (await listPayments(await finance(), { limit: 5, q: 'wire' })).rows
    expect(row).toMatchObject({ amountMinor: 2500, unappliedMinor: 0, reference: 'WIRE-1' })
    const page = await paymentPage(await net.reader(net.d1.admin), row?.id ?? '')
    expect(page.allocations).toMatchObject([{ invoiceNumber: invoice.number }])
    expect(page).not.toHaveProperty('internalNote')
    await expect(paymentPage(await net.reader(net.d1.buyer), row?.id ?? '')).rejects.toMatchObject({
      message: 'The payment was not found.',
    })
    await expect(paymentPage(await net.reader(net.d2.admin), row?.id ?? '')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('answers over /api/v1, refuses unknown fields and people without the right', async () => {
    const call = await callOver(net, net.people.finance)
    const list = (await (await call('GET', '/invoices?status=posted&limit=1')).json()) as {
      data: { id: string }[]
      meta: { hasMore: boolean }
    }
    expect([list.data[0]?.id, list.meta.hasMore]).toEqual([invoice.id, false])
    expect((await call('GET', '/invoices?colour=red')).status).toBe(400)
    expect((await call('GET', `/invoices/${invoice.id}/actions`)).status).toBe(200)
    expect((await call('DELETE', `/invoices/${invoice.id}`)).status).toBe(409)
    expect((await call('POST', `/invoices/${invoice.id}/send`)).status).toBe(200)
    const dealer = await callOver(net, net.d1.admin)
    expect((await dealer('POST', '/payments', { buyer: net.d1.party, amountMinor: 1 })).status).toBe(403)
    expect((await dealer('POST', `/invoices/${invoice.id}/void`, { reason: 'x' })).status).toBe(403)
    const foreign = await callOver(other, other.people.finance)
    const answer = await foreign('POST', `/invoices/${invoice.id}/void`, { reason: 'x' })
    expect([answer.status, ((await answer.json()) as { error: { message: string } }).error.message]).toEqual([
      404,
      'The invoice was not found.',
    ])
    expect(
      (
        await foreign('POST', '/invoices', {
          seller: net.hq.id,
          buyer: net.d1.party,
          lines: [{ name: 'x', unit: 'PCS', quantity: 1, unitPriceMicro: 1, taxes: [] }],
        })
      ).status,
    ).toBe(404)
    expect((await foreign('POST', '/payments', { buyer: net.d1.party, amountMinor: 1 })).status).toBe(404)
  })
})

describe('S16 F15 what is open', () => {
  it('S16 gives the balance to both sides and to nobody else', async () => {
    const asked = { seller: net.hq.id, buyer: net.d1.party, orderedMinor: 1000 }
    const seen = await balanceOf(await finance(at('2026-07-01')), asked)
    expect(seen).toMatchObject({
      openMinor: 7500,
      overdueMinor: 7500,
      overdueCount: 1,
      unappliedMinor: 0,
      orderedMinor: 1000,
      limitMinor: null,
      remainingMinor: null,
    })
    const { limitMinor: _, ...shared } = seen
    expect(await balanceOf(await net.reader(net.d1.buyer, at('2026-07-01')), asked)).toEqual(shared)
    await expect(balanceOf(await net.reader(net.d2.admin), asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(balanceOf(await other.reader(other.people.admin), asked)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const dealer = await callOver(net, net.d1.buyer)
    const answer = (await (await dealer('GET', '/balances')).json()) as { data: { openMinor: number }[] }
    expect(answer.data).toMatchObject([{ openMinor: 7500 }])
  })

  it('F15 ages by due day with a current bucket; the buckets sum to what is open, unapplied credit stands beside', async () => {
    const due = (day: string) => ({
      buyer: net.d2.party,
      totalMinor: 1000,
      now: new Date(at(day).getTime() - 30 * 86_400_000),
    })
    for (const day of ['2026-06-30', '2026-06-29', '2026-05-31', '2026-05-30', '2026-03-01'])
      await anInvoice(net, due(day))
    await aPayment(net, 700, { buyer: net.d2.party, allocate: 'none', now: at('2026-06-30') })
    const aged = await ageing(await finance(at('2026-06-30')), await hq())
    const row = aged.dealers.find((one) => one.buyer === net.d2.party)
    expect(row).toMatchObject({
      currentMinor: 1000,
      to30Minor: 2000,
      to60Minor: 1000,
      to90Minor: 0,
      over90Minor: 1000,
      openMinor: 5000,
      unappliedMinor: 700,
    })
    expect(aged.total.openMinor).toBe(12_500)
    const call = await callOver(net, net.people.finance)
    expect((await call('GET', '/reports/ar-aging')).status).toBe(200)
  })

  it('S16 lockCreditFor sees what was committed while it waited', async () => {
    const seen = defineOperation({
      name: 'test.credit',
      permission: null,
      summary: 'x',
      input: z.strictObject({}),
      run: async (ctx) => lockCreditFor(ctx, { seller: net.hq.id, buyer: net.d1.party, pledged: { name: 'nothing', sql: '0' } }),
    })
    const client = await net.payload.db.pool.connect()
    await client.query('begin')
    await client.query("select set_config('tf.operation', 'test', true)")
    await client.query('update dealers set credit_limit_minor = 1000000 where id = $1', [net.d1.dealer])
    await client.query('commit')
    const before = await perform(seen, {}, await net.asSystem())
    await client.query('begin')
    await client.query('select 1 from dealers where id = $1 for update', [net.d1.dealer])
    const waiting = perform(seen, {}, await net.asSystem())
    await client.query("select set_config('tf.operation', 'test', true)")
    await client.query(
      "update invoices set open_minor = open_minor - 500 where organization_id = $1 and counterparty_id = $2 and status = 'posted'",
      [net.hq.id, net.d1.party],
    )
    await client.query('commit')
    client.release()
    expect((await waiting).receivableMinor).toBe(before.receivableMinor - 500)
  })
})

describe('F6 credit is used at once by setting', () => {
  it('F6 a new invoice takes credit notes and over-payments, the oldest first', async () => {
    const buyer = other.d1.party
    const credited = await anInvoice(other, { buyer, totalMinor: 1000 })
    await aPayment(other, 1000, { buyer })
    const note = await aCredit(other, credited.id)
    const paid = await aPayment(other, 600, { buyer })
    await putSetting(other, 'finance.applyCredit', true)
    const next = await anInvoice(other, { buyer, totalMinor: 1300 })
    expect(await moneyOf(other, next.id)).toMatchObject({ open: 0, settlement: 'paid' })
    expect(await moneyOf(other, note.id)).toMatchObject({ open: 0 })
    const page = await paymentPage(await other.reader(other.people.finance), paid.id)
    expect(page.unappliedMinor).toBe(300)
  })
})
