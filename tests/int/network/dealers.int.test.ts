import { beforeAll, describe, expect, test } from '@jest/globals'

import {
  activateDealer,
  brandingOf,
  createDealer,
  createSupplier,
  listDealers,
  myOrganizations,
  organizationBySlug,
  reinstateDealer,
  suspendDealer,
  terminateDealer,
  updateDealer,
  updateOrganization,
} from '@/domain/network'
import { perform } from '@/platform/perform'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aDealer, aNetwork, type DealerSide, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'
import { creatorFor } from '@tests/builders/places'
import { ownerQuery } from '@tests/setup/database'

type SignedInBody = { data: { token: string } }

let network: Network

beforeAll(async () => {
  network = await aNetwork()
})

const admin = () => network.caller(network.people.admin)
const statusOf = async (dealer: string) => (await ownerQuery('select d.status, o.status as organization from dealers d join organizations o on o.id = d.party_id where d.id = $1', [dealer]))[0]

describe('creating', () => {
  test('a dealer waits for approval: until then its people see nothing', async () => {
    const sales = await network.caller(network.people.sales)
    const made = await perform(createDealer, { code: 'WAIT', name: 'Waiting Dealer' }, sales)
    expect(await statusOf(made.dealer)).toEqual({ status: 'pending', organization: 'suspended' })
    await expect(perform(createDealer, { code: 'SOON', name: 'Soon', activate: true }, sales)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await perform(activateDealer, { id: made.dealer }, await admin())
    expect(await statusOf(made.dealer)).toEqual({ status: 'active', organization: 'active' })
    await expect(perform(activateDealer, { id: made.dealer }, await admin())).rejects.toMatchObject({ code: 'STATE_REFUSED' })
  })

  test('a code stands once in a tree; two headquarters may use the same one', async () => {
    await expect(perform(createDealer, { code: 'D1', name: 'Again' }, await admin())).rejects.toMatchObject({ code: 'DUPLICATE' })
    const other = await aNetwork()
    expect(other.d1.party).not.toBe(network.d1.party)
    expect(other.d1.slug).not.toBe(network.d1.slug)
  })

  test('a dealer of a group lies below it; foreign parents, tiers and price lists are refused', async () => {
    const other = await aNetwork()
    const child = await perform(createDealer, { code: 'D1-B', name: 'Branch Office', parent: network.d1.party }, await admin())
    const [row] = await ownerQuery<{ path: string }>('select path from organizations where id = $1', [child.party])
    expect(row?.path).toBe(`/${network.hq.id}/${network.d1.party}/${child.party}/`)
    await expect(perform(createDealer, { code: 'X1', name: 'X', parent: other.d1.party }, await admin())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const foreign = await (await creatorFor(other.payload, other.people.admin.email))('dealer-tiers', { code: 'GOLD', name: 'Gold' })
    await expect(perform(createDealer, { code: 'X2', name: 'X', tier: foreign }, await admin())).rejects.toMatchObject({ code: 'CROSS_TENANT' })
    await expect(perform(createDealer, { code: 'X3', name: 'X', extra: 1 }, await admin())).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('a supplier has its own organization and a first person', async () => {
    const input = { code: 'SUP', name: 'Steel Works', person: { name: 'Sue', email: 'sue@steel.example' }, address: { line1: 'Dock 4', city: 'Pune', country: 'IN' } }
    const made = await perform(createSupplier, input, await admin())
    expect(made.invitation).not.toBeNull()
    const [row] = await ownerQuery('select kind, status from organizations where id = $1', [made.party])
    expect(row).toEqual({ kind: 'supplier', status: 'active' })
  })
})

describe('the life of a dealer', () => {
  let dealer: DealerSide

  beforeAll(async () => {
    dealer = await aDealer(network.payload, await admin(), 'LIFE')
  })

  test('suspending ends the sessions of its people and of those below it, in the same transaction', async () => {
    const below = await aDealer(network.payload, await admin(), 'LIFE-2', { parent: dealer.party })
    const tokens = await Promise.all(
      [dealer.admin, below.admin].map(async ({ email }) => (await send<SignedInBody>(network.payload, 'POST', '/api/v1/auth/login', { body: { email, password: PASSWORD } })).body.data.token),
    )
    const check = () => Promise.all(tokens.map(async (token) => (await send(network.payload, 'GET', '/api/v1/auth/me', { token })).status))
    expect(await check()).toEqual([200, 200])
    await perform(suspendDealer, { id: dealer.dealer, reason: 'Overdue' }, await admin())
    expect(await check()).toEqual([401, 401])
    const left = await ownerQuery('select 1 from users_sessions where _parent_id = any($1::uuid[])', [[dealer.admin.user, below.admin.user]])
    expect(left).toEqual([])
    const again = await send(network.payload, 'POST', '/api/v1/auth/login', { body: { email: dealer.admin.email, password: PASSWORD } })
    expect(again.status).toBe(403)
    await perform(reinstateDealer, { id: dealer.dealer }, await admin())
    expect((await network.principalFor(dealer.admin.email)).memberships.length).toBe(1)
    await expect(perform(terminateDealer, { id: dealer.dealer, reason: 'Ended' }, await admin())).rejects.toMatchObject({ code: 'CONFLICT' })
    await perform(terminateDealer, { id: below.dealer, reason: 'Ended' }, await admin())
    await expect(perform(reinstateDealer, { id: below.dealer }, await admin())).rejects.toMatchObject({ code: 'STATE_REFUSED' })
    await expect(perform(updateDealer, { id: below.dealer, termsDays: 10 }, await admin())).rejects.toMatchObject({ code: 'STATE_REFUSED' })
  })

  test('two at once: one suspends, the other is told the state', async () => {
    const callers = await Promise.all([admin(), admin()])
    const outcomes = await Promise.allSettled(callers.map((caller) => perform(suspendDealer, { id: dealer.dealer, reason: 'Twice' }, caller)))
    expect(outcomes.filter((one) => one.status === 'fulfilled').length).toBe(1)
    await perform(reinstateDealer, { id: dealer.dealer }, await admin())
  })

  test('terms are changed with their revision, are audited, and are not visible to the dealer', async () => {
    const first = await perform(updateDealer, { id: dealer.dealer, creditLimitMinor: 500_000, termsDays: 14, revision: 1 }, await admin()).catch((error: unknown) => error)
    expect(first).toMatchObject({ code: 'STALE_REVISION' })
    const [row] = await ownerQuery<{ revision: string }>('select revision::text from dealers where id = $1', [dealer.dealer])
    const revision = Number(row?.revision)
    const done = await perform(updateDealer, { id: dealer.dealer, creditLimitMinor: 500_000, termsDays: 14, revision }, await admin())
    expect(done.revision).toBe(revision + 1)
    const [audit] = await ownerQuery<{ changes: object }>(`select changes from audit_log where operation = 'dealer.update' and subject = $1`, [dealer.dealer])
    expect(audit?.changes).toMatchObject({ creditLimitMinor: { to: 500_000 }, termsDays: { from: 30, to: 14 } })
    await expect(perform(updateDealer, { id: dealer.dealer, termsDays: 99 }, await network.caller(dealer.admin))).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    const { email } = dealer.admin
    const token = (await send<SignedInBody>(network.payload, 'POST', '/api/v1/auth/login', { body: { email, password: PASSWORD } })).body.data.token
    expect((await send(network.payload, 'GET', `/api/v1/dealers/${dealer.dealer}`, { token })).status).toBe(403)
  })
})

describe('lists and pages', () => {
  test('search, filter, sort and cursor', async () => {
    const reader = await network.reader(network.people.sales)
    const page = await listDealers(reader, { sort: 'code', limit: 2 })
    expect(page.rows.map((row) => row.code)).toEqual(['D1', 'D1-B'])
    const next = await listDealers(reader, { sort: 'code', limit: 2, cursor: page.nextCursor ?? undefined })
    expect(next.rows[0]?.code).toBe('D2')
    expect((await listDealers(reader, { sort: 'name', limit: 10, q: 'branch' })).rows.map((row) => row.parentName)).toEqual([expect.stringContaining('Dealer D1')])
    expect((await listDealers(reader, { sort: '-created', limit: 10, status: 'pending' })).rows.map((row) => row.code)).toEqual(['D1-B'])
    expect((await listDealers(await network.reader(network.d1.admin), { sort: 'name', limit: 10 })).rows).toEqual([])
  })

  test('over HTTP: list with total, page, actions, people, invitation; another tree is not there', async () => {
    const { email } = network.people.admin
    const token = (await send<SignedInBody>(network.payload, 'POST', '/api/v1/auth/login', { body: { email, password: PASSWORD } })).body.data.token
    const get = (path: string) => send<{ data: Record<string, unknown>[]; meta: { total: number; nextCursor: string | null } }>(network.payload, 'GET', `/api/v1${path}`, { token })
    const list = await get('/dealers?limit=1')
    expect([list.status, list.body.data.length]).toEqual([200, 1])
    expect(list.body.meta.total).toBeGreaterThan(3)
    expect((await get(`/dealers/${network.d1.dealer}`)).status).toBe(200)
    const actions = (await get(`/dealers/${network.d1.dealer}/actions`)).body.data
    expect(actions.map((one) => [one['verb'], one['allowed']])).toEqual([['activate', false], ['suspend', true], ['reinstate', false], ['terminate', true]])
    expect((await get(`/dealers/${network.d1.dealer}/users`)).body.data.map((one) => one['email']).sort()).toEqual([network.d1.admin.email, network.d1.buyer.email])
    const body = { email: 'late@d1.example', name: 'Late', roles: [{ role: 'dealer-technician' }] }
    const invited = await send(network.payload, 'POST', `/api/v1/dealers/${network.d1.dealer}/invite`, { token, body })
    expect(invited.status).toBe(201)
    const other = await aNetwork()
    for (const path of [`/dealers/${other.d1.dealer}`, '/dealers/00000000-0000-7000-8000-000000000000', '/dealers/nonsense']) {
      const { status, body: refused } = await send<{ error: { message: string } }>(network.payload, 'GET', `/api/v1${path}`, { token })
      expect([status, refused.error.message]).toEqual([404, 'The dealer was not found.'])
    }
    const removed = await send<{ error: { code: string } }>(network.payload, 'DELETE', `/api/v1/dealers/${network.d1.dealer}`, { token })
    expect([removed.status, removed.body.error.code]).toEqual([409, 'STATE_REFUSED'])
  })
})

describe('organizations', () => {
  test('the look falls back to headquarters; the currency stays once there are documents', async () => {
    const caller = await admin()
    await perform(updateOrganization, { id: network.hq.id, branding: { brand: '#112233', accent: '#445566' } }, caller)
    await perform(updateOrganization, { id: network.d1.party, branding: { brand: '#abcdef' }, zone: 'America/Chicago' }, caller)
    const reader = await network.reader(network.d1.buyer)
    const portal = await organizationBySlug(reader, network.d1.slug)
    expect(portal).toMatchObject({ zone: 'America/Chicago', branding: { brand: '#abcdef', accent: '#445566', logo: null } })
    expect(await brandingOf(reader, portal)).toEqual(portal.branding)
    await expect(organizationBySlug(reader, network.d2.slug)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(perform(updateOrganization, { id: network.hq.id, branding: { brand: 'red' } }, caller)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(updateOrganization, { id: network.d1.party, name: 'Mine' }, await network.caller(network.d1.admin))).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    expect(myOrganizations(reader, 'dealer d1').map((one) => one.slug)).toEqual([network.d1.slug])
    expect(myOrganizations(reader, 'nothing')).toEqual([])
    await perform(updateOrganization, { id: network.d2.party, currency: 'EUR' }, caller)
    const lamp = await network.aVariant({ stock: 5 })
    await anOrder(network, [{ sku: lamp.sku, quantity: 1 }])
    for (const id of [network.d1.party, network.hq.id]) {
      await expect(perform(updateOrganization, { id, currency: 'EUR' }, caller)).rejects.toMatchObject({ code: 'CONFLICT' })
    }
  })
})
