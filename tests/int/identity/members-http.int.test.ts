import { beforeAll, expect, test } from '@jest/globals'

import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { invitationToken } from '@tests/builders/people'

type Body = { data: Record<string, unknown>; error: { code: string; message: string; details: { path: string }[] } }
type List = { data: { id: string; email: string; status: string; roles: { role: string }[] }[]; meta: { nextCursor: string | null } }

let network: Network
const tokens: Record<'admin' | 'buyer' | 'other', string> = { admin: '', buyer: '', other: '' }

beforeAll(async () => {
  network = await aNetwork()
  const people = { admin: network.d1.admin, buyer: network.d1.buyer, other: network.d2.admin }
  for (const [key, { email }] of Object.entries(people)) {
    const { body } = await send<Body>(network.payload, 'POST', '/api/v1/auth/login', { body: { email, password: PASSWORD } })
    tokens[key as keyof typeof tokens] = String(body.data['token'])
  }
})

const call = <T = Body>(who: keyof typeof tokens, method: string, path: string, body?: object) =>
  send<T>(network.payload, method, `/api/v1${path}`, { token: tokens[who], ...(body ? { body } : {}) })

test("a dealer's administrator looks after its own people, and only them", async () => {
  const invited = await call('admin', 'POST', '/users', { email: 'new@d1.example', name: 'Nina New', roles: [{ role: 'dealer-user' }] })
  expect(invited.status).toBe(201)
  const id = String(invited.body.data['membership'])
  const list = await call<List>('admin', 'GET', '/users?limit=2')
  expect(list.body.data.length).toBe(2)
  const rest = await call<List>('admin', 'GET', `/users?cursor=${list.body.meta.nextCursor}`)
  expect(rest.body.data.map((one) => one.email)).toEqual(['new@d1.example'])
  expect((await call<List>('admin', 'GET', '/users?q=nina')).body.data.map((one) => one.roles[0]?.role)).toEqual(['dealer-user'])
  expect((await call('admin', 'PATCH', `/users/${id}`, { roles: [{ role: 'dealer-technician' }] })).status).toBe(200)
  const accepted = await call('admin', 'POST', '/auth/accept-invitation', { token: await invitationToken(network.payload, 'new@d1.example'), password: 'Four words make 1 pass' })
  expect(accepted.status).toBe(200)
  expect((await call('admin', 'POST', `/users/${id}/suspend`, {})).body.data).toMatchObject({ status: 'suspended' })
  const actions = await call<{ data: { verb: string; allowed: boolean }[] }>('admin', 'GET', `/users/${id}/actions`)
  expect(actions.body.data.filter((one) => one.allowed).map((one) => one.verb)).toEqual(['assign-role', 'reinstate', 'remove'])
  expect((await call('admin', 'POST', `/users/${id}/reinstate`, {})).status).toBe(200)
  for (const [method, path] of [['GET', ''], ['PATCH', ''], ['DELETE', ''], ['POST', '/suspend']] as const) {
    const { status, body } = await call('other', method, `/users/${id}${path}`, method === 'PATCH' ? { roles: [{ role: 'dealer-user' }] } : method === 'POST' ? {} : undefined)
    expect([method, status, body.error.message]).toEqual([method, 404, 'The member was not found.'])
  }
  expect((await call('admin', 'DELETE', `/users/${id}`)).body.data).toMatchObject({ status: 'ended' })
  expect((await call<List>('admin', 'GET', '/users?q=nina')).body.data).toEqual([])
  expect((await call('admin', 'POST', '/users', { email: 'new@d1.example', name: 'Nina Again', roles: [{ role: 'dealer-user' }] })).status).toBe(201)
})

test('a buyer sees no member administration, and unknown fields are refused by name', async () => {
  expect((await call('buyer', 'GET', '/users')).status).toBe(403)
  expect((await call('buyer', 'POST', '/users', { email: 'x@d1.example', name: 'X', roles: [{ role: 'dealer-user' }] })).status).toBe(403)
  const refused = await call('admin', 'POST', '/users', { email: 'no address', name: 'X', roles: [], admin: true })
  expect(refused.status).toBe(400)
  expect(refused.body.error.details.map((one) => one.path).sort()).toEqual(['admin', 'email', 'roles'])
  const roles = await call<{ data: { key: string }[] }>('admin', 'GET', '/roles')
  expect(roles.body.data.map((one) => one.key).sort()).toEqual(['dealer-admin', 'dealer-technician', 'dealer-user'])
})

test('the switcher lists the own organizations; another one is not there', async () => {
  const own = await call<{ data: { slug: string }[] }>('buyer', 'GET', '/organizations?q=d1')
  expect(own.body.data.map((one) => one.slug)).toEqual([network.d1.slug])
  expect((await call('buyer', 'GET', `/organizations/${network.d1.slug}`)).body.data['branding']).toMatchObject({ brand: null })
  expect((await call('buyer', 'GET', `/organizations/${network.d2.slug}`)).status).toBe(404)
})
