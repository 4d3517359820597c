import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { SanitizedConfig } from 'payload'

import { addRole, assignRoles, changeApiKey, createApiKey, listApiKeys, removeMember, revokeApiKey, rotateApiKey, suspendApiKey, suspendMember } from '@/domain/identity'
import { reinstateDealer, suspendDealer } from '@/domain/network'
import { signatureOf, signedText } from '@/platform/access/signature'
import { guarded } from '@/platform/http/guarded'
import { perform } from '@/platform/perform'
import { anOrder } from '@tests/builders/orders'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { aPerson, type Person } from '@tests/builders/people'
import { ownerQuery } from '@tests/setup/database'

let network: Network

beforeAll(async () => {
  network = await aNetwork()
  const goods = await network.aVariant({ price: 5_000_000, stock: 100 })
  await anOrder(network, [{ sku: goods.sku, quantity: 1 }], { buyer: network.d1 })
  await anOrder(network, [{ sku: goods.sku, quantity: 1 }], { buyer: network.d2 })
}, 60_000)

type Body = { success?: boolean; data?: { id: string }[]; docs?: unknown[]; error?: { code: string; message: string } }

const get = (token: string, path = '/api/v1/orders', headers: Record<string, string> = {}) => send<Body>(network.payload, 'GET', path, { token, headers })
const admin = () => network.caller(network.people.admin)
const make = async (by: Person, more: object = {}) => perform(createApiKey, { name: 'Partner', scopes: ['order.read'], ...more }, await network.caller(by))

describe('an API key', () => {
  test('reads what its scopes say, of its organization only, over every door', async () => {
    const key = await make(network.d1.admin)
    expect(key.secret).toMatch(/^tf_live_[a-z0-9]{8}_[A-Za-z0-9]{32}$/)
    const orders = await get(key.secret)
    expect([orders.status, orders.body.data?.length]).toEqual([200, 1])
    expect((await get(key.secret, '/api/orders')).body.docs?.length).toBe(1)
    expect((await get(key.secret, '/api/v1/invoices')).status).toBe(403)
    expect((await get(key.secret, '/api/invoices')).status).toBe(403)
    const denied = await send<Body>(network.payload, 'POST', '/api/v1/users', { token: key.secret, body: { email: 'x@d1.example', name: 'X', roles: [{ role: 'dealer-user' }] } })
    expect(denied.status).toBe(403)
    const person = await send<Body>(network.payload, 'PATCH', '/api/v1/users/me', { token: key.secret, body: { name: 'Me' } })
    expect([person.status, person.body.error?.code]).toEqual([403, 'PERSON_NEEDED'])
  })

  test('is stored as a hash; nothing anybody can read holds its secret', async () => {
    const key = await make(network.people.admin, { signed: true })
    const [row] = await ownerQuery<{ hash: string; box: string }>(`select encode(secret_hash, 'hex') as hash, signing_box as box from api_key_secrets where key_id = $1`, [key.id])
    expect(row?.hash).toBe(createHash('sha256').update(key.secret).digest('hex'))
    expect(row?.box).not.toContain(key.signingSecret ?? '-')
    const written = await ownerQuery<{ text: string }>(`select coalesce(changes::text, '') as text from audit_log union all select data::text from outbox_events union all select coalesce(answer::text, '') from idempotency_keys`, [])
    expect(written.some(({ text }) => text.includes(key.secret) || text.includes(key.signingSecret ?? '-'))).toBe(false)
    const listed = await send<Body>(network.payload, 'GET', `/api/v1/api-keys/${key.id}`, { token: (await make(network.people.admin, { scopes: ['api-key.read'] })).secret })
    expect(JSON.stringify(listed.body)).not.toContain(key.secret.slice(17))
  })

  test('repeating its making with the same idempotency key makes another one: the answer is not kept', async () => {
    const input = { name: 'Twice', scopes: ['order.read'] }
    const by = { ...(await admin()), idempotencyKey: 'the-same' }
    const [one, other] = [await perform(createApiKey, input, by), await perform(createApiKey, input, by)]
    expect(one.id).not.toBe(other.id)
  })

  test.each([
    ['a cut-off one', (secret: string) => secret.slice(0, -1)],
    ['a wrong secret', (secret: string) => `${secret.slice(0, -4)}aaaa`],
    ['another id', (secret: string) => secret.replace(/^tf_live_.{8}/, 'tf_live_aaaaaaaa')],
  ])('%s opens nothing', async (_, change) => {
    const { secret } = await make(network.people.admin)
    expect((await get(change(secret))).status).toBe(401)
  })

  test('counts in the Authorization header only, never in an address or a cookie', async () => {
    const { secret } = await make(network.people.admin)
    expect((await get('', `/api/v1/orders?api_key=${secret}`)).status).toBe(401)
    expect((await get('', '/api/v1/orders', { cookie: `tf-token=${secret}`, origin: 'http://localhost:3000' })).status).toBe(401)
    expect((await get('', '/api/v1/orders', { 'x-api-key': secret })).status).toBe(401)
    const answer = await throughDoor('GET', `/api/v1/orders?api_key=${secret}`, { authorization: `Bearer ${secret}` })
    expect([answer.status, (await answer.json() as Body).error?.message]).toEqual([400, expect.stringContaining('never into an address')])
  })

  test('says in its refusal what is wrong, to whoever holds the secret', async () => {
    const { secret, id } = await make(network.people.admin)
    await perform(suspendApiKey, { id }, await admin())
    const answer = await throughDoor('GET', '/api/v1/orders', { authorization: `Bearer ${secret}` })
    expect([answer.status, (await answer.json() as Body).error]).toEqual([401, expect.objectContaining({ code: 'KEY_REFUSED', message: 'This API key was not accepted: it is suspended.' })])
  })

  test('is named in the audit of what it did', async () => {
    const { secret, id, prefix } = await make(network.people.admin, { name: 'Stock robot', scopes: ['order.read', 'order.annotate'] })
    const order = (await get(secret)).body.data?.[0]?.id ?? ''
    const done = await send<Body>(network.payload, 'POST', `/api/v1/orders/${order}/annotate`, { token: secret, body: { internalNote: 'seen' } })
    expect(done.status).toBe(200)
    const [entry] = await ownerQuery<{ name: string; actor: string | null }>(`select actor_name as name, actor_id as actor from audit_log where subject = $1 and operation = 'order.annotate' order by seq desc limit 1`, [order])
    expect(entry).toEqual({ name: `API key Stock robot (${prefix})`, actor: null })
    const used = await ownerQuery<{ at: Date }>('select last_used_at as at from api_key_secrets where key_id = $1', [id])
    await get(secret)
    expect(await ownerQuery('select last_used_at as at from api_key_secrets where key_id = $1', [id])).toEqual(used)
  })
})

describe('nobody makes a key that may do more than he', () => {
  test('neither permissions, nor reach, nor branches one does not hold', async () => {
    await expect(make(network.d1.admin, { scopes: ['dealer.read'] })).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(make(network.d1.admin, { reach: 'network' })).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(make(network.people.sales)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(make(network.d1.admin, { branches: [network.branch] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(make(network.people.admin, { scopes: ['member.assign-role'] })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(make(network.people.admin, { scopes: ['no.such'] })).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(make(network.people.admin, { addresses: ['300.1.1.1'] })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(make(network.people.admin, { expiresAt: '2020-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('what its maker loses, the key loses at once', async () => {
    const maker = await aPerson(network.payload, await admin(), { organization: network.d2.party, email: 'maker@d2.example', name: 'Max Maker', roles: ['dealer-admin'] })
    const { secret } = await make(maker)
    expect((await get(secret)).status).toBe(200)
    await perform(assignRoles, { id: maker.membership, roles: [{ role: 'dealer-technician' }] }, await admin())
    expect((await get(secret)).status).toBe(200)
    await perform(assignRoles, { id: maker.membership, roles: [{ role: 'dealer-admin' }] }, await admin())
    await perform(suspendMember, { id: maker.membership }, await admin())
    expect((await get(secret)).status).toBe(401)
  })

  test('an administrator does not get a stronger colleague’s rights by rotating the key', async () => {
    const strong = await make(network.people.admin, { scopes: ['invoice.read'] })
    const weak = await aPerson(network.payload, await admin(), { organization: network.hq.id, email: 'weak@hq.example', name: 'Wanda Weak', roles: ['hq-content'] })
    await expect(perform(rotateApiKey, { id: strong.id }, await network.caller(weak))).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    const theirs = await make(network.d1.admin)
    await expect(perform(rotateApiKey, { id: theirs.id }, await admin())).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(perform(changeApiKey, { id: theirs.id, scopes: ['invoice.read'] }, await admin())).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(perform(suspendApiKey, { id: theirs.id }, await network.caller(network.d2.admin))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await perform(suspendApiKey, { id: theirs.id }, await admin())
  })
})

describe('the life of a key', () => {
  test('a dealer that is suspended loses its keys with its people, in one transaction', async () => {
    const { secret } = await make(network.d2.admin)
    expect((await get(secret)).status).toBe(200)
    await perform(suspendDealer, { id: network.d2.dealer, reason: 'unpaid' }, await admin())
    expect((await get(secret)).status).toBe(401)
    await perform(reinstateDealer, { id: network.d2.dealer }, await admin())
    expect((await get(secret)).status).toBe(200)
  })

  test('rotation: the old secret works for the overlap, a third one is refused, retiring ends the old one', async () => {
    const first = await make(network.people.admin)
    const second = await perform(rotateApiKey, { id: first.id, overlapHours: 1 }, await admin())
    expect([(await get(first.secret)).status, (await get(second.secret)).status]).toEqual([200, 200])
    await expect(perform(rotateApiKey, { id: first.id }, await admin())).rejects.toMatchObject({ code: 'CONFLICT' })
    const { retireApiKeySecret } = await import('@/domain/identity')
    await perform(retireApiKeySecret, { id: first.id }, await admin())
    expect([(await get(first.secret)).status, (await get(second.secret)).status]).toEqual([401, 200])
    const third = await perform(rotateApiKey, { id: first.id, overlapHours: 0 }, await admin())
    expect([(await get(second.secret)).status, (await get(third.secret)).status]).toEqual([401, 200])
    await perform(revokeApiKey, { id: first.id }, await admin())
    expect((await get(third.secret)).status).toBe(401)
    await expect(perform(rotateApiKey, { id: first.id }, await admin())).rejects.toMatchObject({ code: 'STATE_REFUSED' })
  })

  test('ten rotations at once leave two secrets', async () => {
    const { id } = await make(network.people.admin)
    const callers = await Promise.all(Array.from({ length: 10 }, admin))
    const tried = await Promise.allSettled(callers.map((by) => perform(rotateApiKey, { id }, by)))
    expect(tried.filter((one) => one.status === 'fulfilled').length).toBe(1)
    const [{ n } = { n: 0 }] = await ownerQuery<{ n: number }>('select count(*)::int as n from api_key_secrets where key_id = $1', [id])
    expect(n).toBe(2)
  })

  test('comes from its networks only', async () => {
    const { secret } = await make(network.people.admin, { addresses: ['203.0.113.0/24', '2001:db8::1'] })
    const from = async (ip: string) => (await get(secret, '/api/v1/orders', { 'x-forwarded-for': ip })).status
    expect([await from('203.0.113.9'), await from('203.0.114.9'), await from('2001:db8::1'), await from('nonsense'), (await get(secret)).status]).toEqual([200, 401, 200, 401, 401])
  })

  test('ends when its time is over', async () => {
    const long = { now: new Date('2020-01-01T00:00:00Z') }
    const key = await perform(createApiKey, { name: 'Trial', scopes: ['order.read'], expiresAt: '2020-02-01T00:00:00Z' }, await network.caller(network.people.admin, long))
    expect((await get(key.secret)).status).toBe(401)
    const listed = await listApiKeys(await network.reader(network.people.admin), { q: 'Trial', limit: 10 })
    expect(listed.rows.map((one) => one.isExpired)).toEqual([true])
  })
})

describe('a key limited to branches', () => {
  test('sees those branches only, and a role held in a branch makes no key for the whole organization', async () => {
    const { secret } = await make(network.people.admin, { scopes: ['warehouse.read'], branches: [network.branch] })
    const rows = await send<{ docs: { branch: string | null }[] }>(network.payload, 'GET', '/api/warehouses?depth=0', { token: secret })
    expect(rows.body.docs.every((one) => one.branch === network.branch)).toBe(true)
    const local = await aPerson(network.payload, await admin(), { organization: network.hq.id, email: 'local@hq.example', name: 'Lou Local', roles: ['hq-content'] })
    await perform(addRole, { id: local.membership, role: 'hq-admin', branch: network.branch }, await admin())
    await expect(make(local, { scopes: ['order.read'] })).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await perform(removeMember, { id: local.membership }, await admin())
  })
})

describe('a signed key', () => {
  const now = () => String(Math.floor(Date.now() / 1000))
  const signed = (key: { secret: string; signingSecret: string | null }, { method = 'GET', path = '/api/v1/orders', body = '', at = now() }) => {
    const bodyHash = createHash('sha256').update(body).digest('hex')
    return {
      authorization: `Bearer ${key.secret}`,
      'x-tf-timestamp': at,
      'x-tf-signature': signatureOf(key.signingSecret ?? '', signedText({ method, target: path, bodyHash }, at)),
    }
  }

  test('is accepted once, within its window, for the very request', async () => {
    const key = await make(network.people.admin, { signed: true, scopes: ['order.read', 'order.annotate'] })
    const headers = signed(key, {})
    const tries = [
      await throughDoor('GET', '/api/v1/orders', headers),
      await throughDoor('GET', '/api/v1/orders', headers),
      await throughDoor('GET', '/api/v1/orders?limit=1', signed(key, {})),
      await throughDoor('GET', '/api/v1/orders', { authorization: `Bearer ${key.secret}` }),
      await throughDoor('GET', '/api/v1/orders', signed(key, { at: String(Math.floor(Date.now() / 1000) - 301) })),
      await throughDoor('GET', '/api/v1/orders', signed({ ...key, signingSecret: 'tf_sign_wrong' }, {})),
    ]
    expect(tries.map((one) => one.status)).toEqual([200, 401, 401, 401, 401, 401])
    const sentences = await Promise.all(tries.slice(1).map(async (one) => ((await one.json()) as Body).error?.message))
    expect(sentences[0]).toContain('was sent before')
    expect(sentences[1]).toContain('does not fit')
    expect(sentences[3]).toContain('300 seconds')
  })

  test('covers the body', async () => {
    const key = await make(network.people.admin, { signed: true, scopes: ['order.read', 'order.annotate'] })
    const order = (await ownerQuery<{ id: string }>('select id::text from orders where organization_id = $1 limit 1', [network.hq.id]))[0]?.id ?? ''
    const path = `/api/v1/orders/${order}/annotate`
    const body = JSON.stringify({ internalNote: 'signed' })
    const headers = { ...signed(key, { method: 'POST', path, body }), 'content-type': 'application/json' }
    expect((await throughDoor('POST', path, headers, JSON.stringify({ internalNote: 'forged' }))).status).toBe(401)
    expect((await throughDoor('POST', path, headers, body)).status).toBe(200)
  })
})

// Signatures and addresses are looked at in front of Payload's handlers.
async function throughDoor(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Response> {
  const { handleEndpoints } = await import('payload')
  const handler = guarded((request: Request) => handleEndpoints({ config: network.payload.config as SanitizedConfig, request }))
  return handler(new Request(`http://localhost:3000${path}`, { method, headers, ...(body === undefined ? {} : { body }) }))
}
