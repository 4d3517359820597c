import { beforeAll, describe, expect, test } from '@jest/globals'

import { listAudit, settingsOf, timelineOf } from '@/domain/core'
import { core } from '@/domain/registry'
import { annotateOrder, confirmOrder } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

describe('settings', () => {
  const key = 'catalog.pricePolicy'
  const of = async (person: Network['people']['admin'], organization: string) =>
    (await settingsOf(await net.reader(person), core.settings, organization)).find((one) => one.key === key)

  test('a value is its own, one from above, or the default, and says which', async () => {
    const admin = await net.caller(net.people.admin)
    expect(await of(net.people.admin, net.hq.id)).toMatchObject({ value: 'precedence', from: { kind: 'default' } })
    await perform(core.setSetting, { organization: net.hq.id, key, value: 'best-price' }, admin)
    expect(await of(net.people.admin, net.hq.id)).toMatchObject({ value: 'best-price', from: { kind: 'own' } })
    expect(await of(net.d1.admin, net.d1.party)).toMatchObject({ value: 'best-price', from: { kind: 'above' } })
    await perform(core.setSetting, { organization: net.d1.party, key, value: 'precedence' }, admin)
    expect(await of(net.d1.admin, net.d1.party)).toMatchObject({ value: 'precedence', from: { kind: 'own' } })
    await perform(core.resetSetting, { organization: net.d1.party, key }, admin)
    expect(await of(net.d1.admin, net.d1.party)).toMatchObject({ value: 'best-price', from: { kind: 'above' } })
  })

  test('what does not fit, does not exist or is not ours is refused', async () => {
    const admin = await net.caller(net.people.admin)
    await expect(
      perform(core.setSetting, { organization: net.hq.id, key, value: 'cheapest' }, admin),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(
      perform(core.setSetting, { organization: net.hq.id, key: 'no.such', value: 1 }, admin),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      perform(
        core.setSetting,
        { organization: net.d1.party, key, value: 'precedence' },
        await net.caller(net.d1.admin),
      ),
    ).rejects.toMatchObject({ status: 403 })
    const other = await aNetwork()
    await expect(
      perform(core.setSetting, { organization: other.hq.id, key, value: 'precedence' }, admin),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(settingsOf(await net.reader(net.d1.admin), core.settings, net.hq.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(settingsOf(await net.reader(net.d1.admin), core.settings, net.d2.party)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('history', () => {
  test('P5: who sees the row sees its history; the other party without owner-only fields and names', async () => {
    const pump = await net.aVariant({ stock: 10 })
    const order = await anOrder(net, [{ sku: pump.sku, quantity: 1 }])
    const sales = await net.caller(net.people.sales)
    await perform(confirmOrder, { id: order.id }, sales)
    await perform(annotateOrder, { id: order.id, internalNote: 'Pays late.' }, sales)
    await drainJobs(net.payload)
    const owner = await timelineOf(await net.reader(net.people.sales), 'orders', order.id)
    expect(owner.map((entry) => entry.label)).toEqual(expect.arrayContaining(['Order confirmed', 'Order submitted']))
    expect(JSON.stringify(owner)).toContain('Pays late.')
    expect(owner[0]?.by).toBe('Sam Sales')
    const buyer = await timelineOf(await net.reader(net.d1.buyer), 'orders', order.id)
    expect(JSON.stringify(buyer)).not.toContain('Pays late.')
    expect(JSON.stringify(buyer)).not.toContain('Sam Sales')
    expect(JSON.stringify(buyer)).not.toContain('exposure')
    expect(buyer.find((entry) => entry.label === 'Order submitted')?.by).toBe('D1 Buyer')
    await expect(timelineOf(await net.reader(net.d2.buyer), 'orders', order.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('the log shows one tree only, page by page', async () => {
    const other = await aNetwork()
    const first = await listAudit(await net.reader(net.people.admin), { limit: 5 })
    expect(first.rows).toHaveLength(5)
    const second = await listAudit(await net.reader(net.people.admin), { limit: 5, cursor: Number(first.nextCursor) })
    expect(second.rows.some((row) => first.rows.some((one) => one.id === row.id))).toBe(false)
    const theirs = await listAudit(await other.reader(other.people.admin), { limit: 100 })
    const trees = new Set(theirs.rows.map((row) => row.organization))
    expect(trees.has(net.hq.id)).toBe(false)
    expect(trees.has(net.d1.party)).toBe(false)
  })
})
