import { beforeAll, describe, expect, test } from '@jest/globals'

import { listAudit, timelineOf } from '@/domain/core'
import { updateDealer } from '@/domain/network'
import { confirmOrder } from '@/domain/sales'
import { forgetKey } from '@/platform/privacy/subject-keys'
import { perform } from '@/platform/perform'
import { flushRecorder } from '@/platform/recorder/recorder'
import { expectHealthy } from '@tests/builders/doctor'
import { drainJobs, runClock } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let order: { id: string }

beforeAll(async () => {
  net = await aNetwork()
  const pump = await net.aVariant({ stock: 100 })
  order = await anOrder(net, [{ sku: pump.sku, quantity: 1 }])
  await drainJobs(net.payload)
})

type Raw = { operation: string; outcome: string; reason: string | null; changes: object; ip: string; agent: string; actor_name: string | null }
const raw = (where: string, values: unknown[]) => ownerQuery<Raw>(`select operation, outcome, reason, changes, ip, agent, actor_name from audit_log where ${where} order by seq`, values)

describe('the audit log', () => {
  test('P5: a refused attempt leaves a failed entry and nothing of what was rolled back', async () => {
    const before = await raw('subject = $1', [order.id])
    await expect(perform(confirmOrder, { id: order.id }, await net.caller(net.d1.buyer))).rejects.toMatchObject({ status: 403 })
    await flushRecorder(net.payload)
    const after = await raw('subject = $1', [order.id])
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({ operation: 'order.confirm', outcome: 'failure', reason: expect.stringContaining('PERMISSION_REFUSED'), changes: {} })
    const timeline = await timelineOf(await net.reader(net.d1.buyer), 'orders', order.id)
    expect(timeline[0]).toMatchObject({ outcome: 'failure', by: 'D1 Buyer' })
  })

  test('an attempt that succeeds says who, for whom, from where and what changed, in words', async () => {
    await perform(confirmOrder, { id: order.id }, await net.caller(net.people.sales))
    const { rows } = await listAudit(await net.reader(net.people.admin), { subject: order.id, operation: 'order.confirm', outcome: 'success', limit: 5 })
    expect(rows[0]).toMatchObject({ actor: 'Sam Sales', outcome: 'success', onBehalfOf: net.hq.id, organization: net.hq.id, ip: '127.0.0.1', agent: 'jest' })
    expect(rows[0]?.words.map((one) => one.sentence)).toContain('Status changed from submitted to confirmed')
    expect(rows[0]?.action).toBe('BOOKING_STATUS_CHANGE')
  })

  test('P2: personal values lie sealed per person; without its key they are unreadable and the chain is whole', async () => {
    const admin = await net.caller(net.people.admin)
    await perform(updateDealer, { id: net.d1.dealer, phone: '+1 555 0100', creditLimitMinor: 500_000 }, admin)
    const [entry] = await raw(`operation = 'dealer.update' and subject = $1`, [net.d1.dealer])
    expect(JSON.stringify(entry)).not.toContain('555 0100')
    expect(entry?.ip).toMatch(/^p1:/)
    expect(entry?.agent).toMatch(/^p1:/)
    expect(entry?.actor_name).toBeNull()
    const wish = { subject: net.d1.dealer, operation: 'dealer.update', limit: 1 }
    const seen = await listAudit(await net.reader(net.people.admin), wish)
    const sentences = seen.rows[0]?.words.map((one) => one.sentence)
    expect(sentences).toEqual(expect.arrayContaining(['Phone set to +1 555 0100', 'Credit limit set to 5000.00 USD']))
    await runClock(net.payload, 'audit-seal')
    await ownerQuery('delete from subject_keys where id = $1', [net.d1.dealer])
    forgetKey(net.d1.dealer)
    const gone = await listAudit(await net.reader(net.people.admin), wish)
    expect(JSON.stringify(gone.rows)).not.toContain('555 0100')
    expect(gone.rows[0]?.changes['phone']).toEqual({ from: null, to: { erased: true } })
    await drainJobs(net.payload)
    await runClock(net.payload, 'audit-seal')
    await expectHealthy(net.payload)
  })
})

describe('the search', () => {
  test("a dealer's administrator sees its own organization and people, not HQ's names nor other dealers", async () => {
    const { rows } = await listAudit(await net.reader(net.d1.admin), { limit: 100 })
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect([row.organization, row.onBehalfOf]).toContain(net.d1.party)
    const own = rows.find((row) => row.operation === 'order.place' || row.operation === 'order.submit')
    expect(own?.actor).toBe('D1 Buyer')
    expect(JSON.stringify(rows)).not.toMatch(/exposureMinor|Ada Admin|Sam Sales/)
    const theirs = await listAudit(await net.reader(net.d1.admin), { organization: net.d2.party, limit: 10 })
    expect(theirs.rows).toEqual([])
    await expect(listAudit(await net.reader(net.d1.buyer), { limit: 10 })).resolves.toMatchObject({ rows: [] })
  })

  test('by person, record, action, outcome, organization, time and text, page by page', async () => {
    const reader = await net.reader(net.people.admin)
    const find = async (wish: object) => (await listAudit(reader, { limit: 100, ...wish })).rows
    const sales = net.people.sales.user
    expect((await find({ actor: sales })).every((row) => row.actorId === sales)).toBe(true)
    expect((await find({ subjectType: 'orders', subject: order.id })).length).toBeGreaterThan(1)
    expect((await find({ action: 'BOOKING_STATUS_CHANGE' })).every((row) => row.operation.startsWith('order.') || row.operation.startsWith('shipment.'))).toBe(true)
    expect((await find({ outcome: 'failure' })).every((row) => row.outcome === 'failure')).toBe(true)
    expect((await find({ q: 'Sam Sa' })).some((row) => row.actor === 'Sam Sales')).toBe(true)
    expect(await find({ q: '100% of_nothing' })).toEqual([])
    expect(await find({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
    await expect(find({ action: 'FLY' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const pages: string[] = []
    for (let cursor: string | null = null, page = 0; page === 0 || cursor; page += 1) {
      const { rows, nextCursor } = await listAudit(reader, { limit: 7, ...(cursor ? { cursor: Number(cursor) } : {}) })
      pages.push(...rows.map((row) => row.id))
      cursor = nextCursor
    }
    expect(new Set(pages).size).toBe(pages.length)
    expect(pages).toHaveLength((await find({})).length >= 100 ? pages.length : (await find({})).length)
  })
})
