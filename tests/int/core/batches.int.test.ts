import { beforeAll, describe, expect, test } from '@jest/globals'

import { batchPage } from '@/domain/core'
import { core } from '@/domain/registry'
import { confirmOrder } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

describe('one deed for many rows', () => {
  test('each row has its own result with the reason; foreign and missing rows read alike; nothing is done twice', async () => {
    const pump = await net.aVariant({ stock: 50 })
    const lines = [{ sku: pump.sku, quantity: 1 }]
    const [first, second] = [await anOrder(net, lines), await anOrder(net, lines)]
    const sales = await net.caller(net.people.sales)
    await perform(confirmOrder, { id: second.id }, sales)
    const other = await aNetwork()
    const hose = await other.aVariant({ stock: 5 })
    const foreign = await anOrder(other, [{ sku: hose.sku, quantity: 1 }])
    const missing = '0199aaaa-0000-7000-8000-00000000dead'
    const ids = [first.id, second.id, foreign.id, missing, first.id]
    const { id, totalRows } = await perform(core.requestBatch, { collection: 'orders', verb: 'confirm', ids }, sales)
    expect(totalRows).toBe(4)
    await drainJobs(net.payload)
    const page = await batchPage(await net.reader(net.people.sales), id)
    expect(page).toMatchObject({ state: 'done', doneRows: 4, refusedRows: 3 })
    const of = (target: string) => page.items.find((one) => one.target === target)
    expect(of(first.id)).toMatchObject({ state: 'done', message: null, label: expect.stringMatching(/./) })
    expect(of(second.id)).toMatchObject({ state: 'refused', message: expect.stringContaining('is confirmed') })
    expect(of(foreign.id)).toMatchObject({ state: 'refused', label: null })
    expect(of(foreign.id)?.message).toBe(of(missing)?.message)
    await expect(batchPage(await net.reader(net.people.admin), id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('reason, right and verb are asked before anything begins', async () => {
    const ids = [net.d2.dealer]
    const admin = await net.caller(net.people.admin)
    await expect(perform(core.requestBatch, { collection: 'dealers', verb: 'suspend', ids }, admin)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(core.requestBatch, { collection: 'dealers', verb: 'erase', ids }, admin)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(perform(core.requestBatch, { collection: 'dealers', verb: 'suspend', ids, reason: 'x' }, await net.caller(net.people.readonly))).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    const { id } = await perform(core.requestBatch, { collection: 'dealers', verb: 'suspend', ids, reason: 'Licence expired' }, admin)
    await drainJobs(net.payload)
    expect(await batchPage(await net.reader(net.people.admin), id)).toMatchObject({ state: 'done', refusedRows: 0 })
  })

  test('products are published through Payload with its rules', async () => {
    const pump = await net.aVariant({})
    const admin = await net.caller(net.people.admin)
    const { id } = await perform(core.requestBatch, { collection: 'variants', verb: 'discontinue', ids: [pump.id] }, admin)
    await drainJobs(net.payload)
    expect(await batchPage(await net.reader(net.people.admin), id)).toMatchObject({ state: 'done', refusedRows: 0, items: [{ label: pump.sku, state: 'done' }] })
  })
})
