import { beforeAll, describe, expect, test } from '@jest/globals'

import { batchPage } from '@/domain/core'
import { core } from '@/domain/registry'
import { inviteMember, memberPage, rolesIn } from '@/domain/identity'
import { confirmOrder, listOrders } from '@/domain/sales'
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

  test('a dealer’s administrator invites again those who did not come, and cancels the own orders only', async () => {
    const dealer = await net.caller(net.d1.admin)
    const buyer = (await rolesIn(await net.reader(net.d1.admin), net.d1.party)).find((role) => role.key === 'dealer-user')
    const { membership } = await perform(inviteMember, { organization: net.d1.party, name: 'Late Comer', email: 'late.comer@d1.example', roles: [{ role: buyer?.id ?? '' }] }, dealer)
    const { invitation } = await memberPage(await net.reader(net.d1.admin), membership)
    const { id } = await perform(core.requestBatch, { collection: 'invitations', verb: 'resend', ids: [invitation?.id ?? ''] }, dealer)
    await drainJobs(net.payload)
    expect(await batchPage(await net.reader(net.d1.admin), id)).toMatchObject({ state: 'done', refusedRows: 0, items: [{ label: 'late.comer@d1.example' }] })
    const pump = await net.aVariant({ stock: 50 })
    const own = await anOrder(net, [{ sku: pump.sku, quantity: 1 }])
    expect((await listOrders(await net.reader(net.d1.admin), { ids: [own.id], limit: 5 })).rows.map((row) => row.id)).toEqual([own.id])
    expect((await listOrders(await net.reader(net.d2.buyer), { ids: [own.id], limit: 5 })).rows).toEqual([])
    const many = await perform(core.requestBatch, { collection: 'orders', verb: 'cancel', ids: [own.id], reason: 'Ordered twice' }, dealer)
    await drainJobs(net.payload)
    expect(await batchPage(await net.reader(net.d1.admin), many.id)).toMatchObject({ state: 'done', refusedRows: 0 })
  })

  test('products are published through Payload with its rules', async () => {
    const pump = await net.aVariant({})
    const admin = await net.caller(net.people.admin)
    const { id } = await perform(core.requestBatch, { collection: 'variants', verb: 'discontinue', ids: [pump.id] }, admin)
    await drainJobs(net.payload)
    expect(await batchPage(await net.reader(net.people.admin), id)).toMatchObject({ state: 'done', refusedRows: 0, items: [{ label: pump.sku, state: 'done' }] })
  })
})
