import { beforeAll, describe, expect, test } from '@jest/globals'

import { openSession } from '@/platform/access/sign-in'
import { knock } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'

let network: Network
let token: string

beforeAll(async () => {
  network = await aNetwork()
  token = (await openSession(network.payload, network.d1.admin.user)).token
})

const get = (query: string) => knock(network.payload, new Request(`http://localhost:3000/api${query}`, { headers: { authorization: `JWT ${token}` } }))

describe('PF3: edits of one row through Payload', () => {
  test('of different fields at the same moment all survive', async () => {
    const { id } = await network.aVariant()
    const { payload } = network
    const change = (data: object) => payload.update({ collection: 'variants', id, data })
    for (let round = 1; round <= 5; round += 1) {
      await Promise.all([change({ name: `Name ${round}` }), change({ barcode: `400${round}` }), change({ position: round })])
      expect(await payload.findByID({ collection: 'variants', id })).toMatchObject({ name: `Name ${round}`, barcode: `400${round}`, position: round })
    }
  })
})

describe('PF14: questions about what may not be read', () => {
  const QUESTIONS = [
    ['a hidden field', '/users?where[hash][like]=a'],
    ['a hidden field through a pointer', '/memberships?where[user.hash][like]=a'],
    ['a field without access', '/users?where[salt][exists]=true'],
    ['the order of a hidden field', '/users?sort=hash'],
    ['the order of a hidden field through a pointer', '/memberships?sort=user.hash'],
    ['sessions', '/users?where[sessions.id][exists]=true'],
  ] as const

  test.each(QUESTIONS)('%s: is refused', async (_, query) => {
    const { status, body } = await get(query)
    expect([status, body.docs]).toEqual([400, undefined])
  })

  test('a filter through a pointer finds nothing of others', async () => {
    const own = await get(`/memberships?where[user.email][equals]=${network.d1.admin.email}`)
    expect(own.body.docs).not.toHaveLength(0)
    const other = await get(`/memberships?where[user.email][equals]=${network.d2.admin.email}`)
    expect(other.body.docs ?? []).toEqual([])
  })
})
