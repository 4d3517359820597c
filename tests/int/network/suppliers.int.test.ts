import { beforeAll, describe, expect, test } from '@jest/globals'
import { createSupplier } from '@/domain/network'
import { openSession } from '@/platform/access/sign-in'
import { perform } from '@/platform/perform'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let hq: string
let dealer: string
let buyer: string
type Body<T> = { data: T; error?: { message: string; code: string }; meta?: { nextCursor: string | null } }
const api = <T>(token: string, method: string, path: string, body?: object) =>
  send<Body<T>>(net.payload, method, `/api/v1${path}`, { token, ...(body ? { body } : {}) })

beforeAll(async () => {
  net = await aNetwork()
  hq = (await openSession(net.payload, net.people.admin.user)).token
  dealer = (await openSession(net.payload, net.d1.admin.user)).token
  buyer = (await openSession(net.payload, net.d1.buyer.user)).token
}, 120_000)

describe('suppliers', () => {
  test('are listed by name, page by page, read and changed; the organization is renamed with them', async () => {
    const by = await net.caller(net.people.admin)
    for (const [code, name] of [['S1', 'Zinc Works'], ['S2', 'Acme Axles'], ['S3', 'Midway Mats']] as const) await perform(createSupplier, { code, name }, by)
    const first = await api<{ id: string; name: string; party: string }[]>(hq, 'GET', '/suppliers?limit=2')
    expect(first.body.data.map((one) => one.name)).toEqual(['Acme Axles', 'Midway Mats'])
    const next = await api<{ name: string }[]>(hq, 'GET', `/suppliers?limit=2&cursor=${encodeURIComponent(first.body.meta?.nextCursor ?? '')}`)
    expect(next.body.data.map((one) => one.name)).toEqual(['Zinc Works'])
    const [acme] = first.body.data
    const changed = await api(hq, 'PATCH', `/suppliers/${acme!.id}`, { name: 'Acme Axles Inc', phone: '+1 555 0100', internalNote: null, revision: 1 })
    expect(changed.status).toBe(200)
    expect((await api(hq, 'GET', `/suppliers/${acme!.id}`)).body.data).toMatchObject({ name: 'Acme Axles Inc', phone: '+1 555 0100', revision: 2 })
    expect(await ownerQuery('select name from organizations where id = $1', [acme!.party])).toEqual([{ name: 'Acme Axles Inc' }])
    expect((await api(hq, 'PATCH', `/suppliers/${acme!.id}`, { phone: '1', revision: 1 })).status).toBe(409)
    expect((await api<{ name: string }[]>(hq, 'GET', '/suppliers?q=inc')).body.data.map((one) => one.name)).toEqual(['Acme Axles Inc', 'Zinc Works'])
    expect((await api(hq, 'PATCH', `/suppliers/${acme!.id}`, { status: 'paid' })).status).toBe(400)
    expect([(await api(dealer, 'GET', '/suppliers')).status, (await api(dealer, 'PATCH', `/suppliers/${acme!.id}`, { name: 'Mine' })).status]).toEqual([403, 403])
  })
})

describe('addresses of the own organization', () => {
  const yard = { label: 'South yard', line1: '5 Rail Street', city: 'Galena', region: 'IL', postalCode: '61036', country: 'US', isShipping: true }

  test('are created, listed, changed and deleted by its administrator; its buyer only reads', async () => {
    const made = await api<{ id: string; organization: string }>(dealer, 'POST', '/addresses', yard)
    expect([made.status, made.body.data.organization]).toEqual([201, net.d1.party])
    const { id } = made.body.data
    expect((await api<{ id: string }[]>(buyer, 'GET', '/addresses')).body.data.map((one) => one.id)).toContain(id)
    expect((await api(buyer, 'PATCH', `/addresses/${id}`, { city: 'Rome' })).status).toBe(403)
    expect((await api<{ city: string }>(dealer, 'PATCH', `/addresses/${id}`, { city: 'Elgin' })).body.data.city).toBe('Elgin')
    expect((await api(dealer, 'POST', '/addresses', { ...yard, country: 'USA' })).status).toBe(400)
    expect((await api(dealer, 'POST', '/addresses', { ...yard, owner: 'me' })).status).toBe(400)
    expect((await api(dealer, 'PATCH', `/addresses/${net.d2.address}`, { city: 'Rome' })).body.error?.message).toBe('The address was not found.')
    expect((await api(dealer, 'POST', '/addresses', { ...yard, organization: net.d2.party })).status).toBe(400)
    expect((await api(dealer, 'DELETE', `/addresses/${id}`)).status).toBe(204)
    expect((await api(dealer, 'GET', `/addresses/${id}`)).status).toBe(404)
  })
})
