import { beforeAll, expect, test } from '@jest/globals'

import { focusedReader, focusOf } from '@/components/admin/frame/focus'
import { createDealer, focusOn, listDealers, searchDealers } from '@/domain/network'
import { ordersToConfirm } from '@/domain/sales/queries/today'
import { loadOrganization } from '@/platform/access/load-principal'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { anOrder } from '@tests/builders/orders'
import { aNetwork, type Network } from '@tests/builders/network'

let network: Network
let child: { slug: string; party: string }

beforeAll(async () => {
  network = await aNetwork()
  const hq = await network.caller(network.people.admin)
  for (let n = 0; n < 30; n += 1) await perform(createDealer, { code: `S${n}`, name: `Switch ${String(n).padStart(2, '0')}`, activate: true }, hq)
  child = await perform(createDealer, { code: 'CHILD', name: 'Child of D1', parent: network.d1.party, activate: true }, hq)
  const goods = await network.aVariant({ price: 1_000_000, stock: 100 })
  for (const buyer of [network.d1, network.d2, network.d2]) await anOrder(network, [{ sku: goods.sku, quantity: 1 }], { buyer })
}, 60_000)

test('the switcher finds dealers by a part of name or code and walks all of them by keyset', async () => {
  const reader = await network.reader(network.people.admin)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await searchDealers(reader, { q: 'switch', limit: 7, ...(cursor ? { cursor } : {}) })
    seen.push(...page.rows.map((one) => one.name))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => `Switch ${String(n).padStart(2, '0')}`))
  expect((await searchDealers(reader, { q: 'CHILD', limit: 5 })).rows).toMatchObject([{ slug: child.slug, parentName: expect.stringContaining('D1'), below: 0 }])
  expect((await searchDealers(reader, { q: '', slug: network.d1.slug, limit: 1 })).rows[0]?.below).toBe(1)
})

test('a focus is one dealer or a group, and narrows lists and figures without widening anything', async () => {
  const reader = await network.reader(network.people.admin)
  const hq = await loadOrganization(poolOf(network.payload), network.hq.id)
  if (!hq) throw new Error('There is no headquarters.')
  const waiting = async (query: Record<string, string>) => (await ordersToConfirm(focusedReader(reader, await focusOf(reader, query)), hq)).count
  expect([await waiting({}), await waiting({ dealer: network.d1.slug }), await waiting({ dealer: network.d2.slug }), await waiting({ dealer: child.slug })]).toEqual([3, 1, 2, 0])
  const group = await focusOn(reader, { slug: network.d1.slug, isGroup: true })
  expect(group?.organizations.sort()).toEqual([network.d1.party, child.party].sort())
  const dealers = await listDealers(focusedReader(reader, group), { sort: 'name', limit: 50 })
  expect(dealers.rows.map((one) => one.party).sort()).toEqual([network.d1.party, child.party].sort())
})

test('nobody looks at dealers of another tree, and a dealer at its neighbours', async () => {
  const other = await aNetwork()
  expect(await focusOn(await other.reader(other.people.admin), { slug: network.d1.slug, isGroup: false })).toBeNull()
  const buyer = await network.reader(network.d1.admin)
  expect((await searchDealers(buyer, { q: '', limit: 50 })).rows.map((one) => one.id)).toEqual([network.d1.party])
  expect(await focusOn(buyer, { slug: network.d2.slug, isGroup: false })).toBeNull()
})
