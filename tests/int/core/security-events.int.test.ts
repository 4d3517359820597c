import { beforeAll, describe, expect, test } from '@jest/globals'

import { acknowledgeSecurityEvent, listNotifications, listSecurityEvents, listThreats, resolveSecurityEvent } from '@/domain/core'
import { confirmOrder } from '@/domain/sales'
import { openSession } from '@/platform/access/sign-in'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { noteSignal } from '@/platform/recorder/note-signal'
import { flushRecorder } from '@/platform/recorder/recorder'
import { KEEP_SIGNAL, signalOf } from '@/platform/recorder/signal'
import { send } from '@tests/builders/http'
import { drainJobs, runClock } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let foreign: string[]
const UUID = '0190aaaa-0000-7000-8000-'

beforeAll(async () => {
  net = await aNetwork()
  const other = await aNetwork()
  const pump = await other.aVariant({ stock: 100 })
  foreign = []
  for (let count = 0; count < 6; count += 1) foreign.push((await anOrder(other, [{ sku: pump.sku, quantity: 1 }])).id)
  await drainJobs(net.payload)
})

async function watched(): Promise<void> {
  await flushRecorder(net.payload)
  await runClock(net.payload, 'security-watch')
}

async function events(kind: string) {
  const { rows } = await listSecurityEvents(await net.reader(net.people.admin), { kind, limit: 50 })
  return rows
}

const place = { ip: '203.0.113.7', agent: 'jest' }

describe('denied cross-tenant access', () => {
  test('a few are an event; a row that does not exist at all is none', async () => {
    const buyer = await net.caller(net.d1.buyer)
    await expect(perform(confirmOrder, { id: `${UUID}000000000001` }, buyer)).rejects.toMatchObject({ status: 403 })
    const sales = await net.caller(net.people.sales)
    const missing = await perform(confirmOrder, { id: `${UUID}000000000001` }, sales).catch((error: Error) => error.message)
    const theirs = await perform(confirmOrder, { id: foreign[0]! }, sales).catch((error: Error) => error.message)
    expect(theirs).toBe(missing)
    await watched()
    const [event, ...more] = await events('cross-tenant')
    expect(more).toEqual([])
    expect(event).toMatchObject({ severity: 'low', person: net.people.sales.user, count: 1, status: 'open', facts: { collection: 'orders', id: foreign[0] } })
  })

  test('6.11: more than five in a minute end the sessions of the person and alert HQ', async () => {
    const { token } = await openSession(net.payload, net.d1.buyer.user)
    const me = () => send(net.payload, 'GET', '/api/v1/auth/me', { token })
    expect((await me()).status).toBe(200)
    for (const id of foreign) {
      const { status } = await send(net.payload, 'GET', `/api/v1/orders/${id}`, { token, headers: { 'x-forwarded-for': place.ip } })
      expect(status).toBe(404)
    }
    await watched()
    const [event] = await events('cross-tenant-probing')
    expect(event).toMatchObject({ severity: 'high', person: net.d1.buyer.user, address: place.ip, response: 'sessions ended' })
    expect(event?.organization).toBe(net.d1.party)
    expect((await me()).status).toBe(401)
    await drainJobs(net.payload)
    const told = await listNotifications(await net.reader(net.people.admin), { limit: 10 })
    expect(told.rows.find((one) => one.type === 'security-alert')).toMatchObject({ path: `/admin/security?event=${event!.id}` })
    const mails = await ownerQuery("select 1 from notification_deliveries where subject like 'Security:%' and person_id = $1", [net.people.admin.user])
    expect(mails).toHaveLength(1)
    const stranger = await listSecurityEvents(await net.reader(net.d1.admin), { limit: 10 })
    expect(stranger.rows).toEqual([])
  })
})

describe('signals of others', () => {
  test('a locked account, signature, rate limit and a revoked key become events; repetitions are counted', async () => {
    const principal = await net.principalFor(net.people.sales.email)
    noteSignal(net.payload, 'account-locked', { principal, request: place })
    for (let count = 0; count < 3; count += 1) noteSignal(net.payload, 'rate-limit', { principal, request: place })
    noteSignal(net.payload, 'signature-failure', { account: 'abcd1234', organization: { id: net.hq.id, tree: net.hq.id }, request: place })
    noteSignal(net.payload, 'revoked-key', { account: 'abcd1234', organization: { id: net.hq.id, tree: net.hq.id }, request: place })
    await watched()
    noteSignal(net.payload, 'rate-limit', { principal, request: place })
    await watched()
    expect(await events('account-locked')).toEqual([expect.objectContaining({ severity: 'medium', count: 1 })])
    expect(await events('rate-limit')).toEqual([expect.objectContaining({ severity: 'low', count: 4 })])
    expect(await events('signature-failure')).toEqual([expect.objectContaining({ account: 'abcd1234' })])
    expect(await events('revoked-key')).toEqual([expect.objectContaining({ severity: 'high' })])
  })

  test('what belongs to nobody goes to whoever runs the installation', async () => {
    noteSignal(net.payload, 'csp-report', { request: { ip: '198.51.100.9', agent: null }, facts: { blocked: 'https://evil.example' } })
    await watched()
    const rows = await ownerQuery<{ first: boolean }>(
      `select e.organization_id = (select id from organizations where parent_id is null and kind = 'hq' order by created_at, id limit 1) as first
       from security_events e where kind = 'csp-report'`,
    )
    expect(rows).toEqual([{ first: true }])
  })

  test('more than 50,000 exported rows in an hour are an event, fewer are not', async () => {
    const principal = await net.principalFor(net.people.finance.email)
    const exported = (rows: number) => poolOf(net.payload).query(KEEP_SIGNAL, [JSON.stringify([signalOf('export', { principal, facts: { rows } })])])
    await exported(30_000)
    await exported(20_000)
    await watched()
    expect(await events('mass-export')).toEqual([])
    await exported(1)
    await watched()
    expect(await events('mass-export')).toEqual([expect.objectContaining({ severity: 'high', person: net.people.finance.user })])
  })
})

describe('sign-ins', () => {
  const failed = (user: string | null, network: string, times: number) =>
    ownerQuery(`insert into sign_ins (user_id, outcome, ip, network) select $1, 'wrong-password', '203.0.113.9', $2 from generate_series(1, $3::int)`, [user, network, times])

  test('a series of wrong passwords for one account, and one network that tries many', async () => {
    await failed(net.d2.buyer.user, '203.0.113.0/24', 4)
    await watched()
    expect(await events('sign-in-series')).toEqual([])
    await failed(net.d2.buyer.user, '203.0.113.0/24', 1)
    await watched()
    await watched()
    expect(await events('sign-in-series')).toEqual([expect.objectContaining({ severity: 'medium', person: net.d2.buyer.user, count: 1, organization: net.d2.party })])
    await failed(null, '192.0.2.0/24', 15)
    await failed(net.d2.admin.user, '192.0.2.0/24', 6)
    await watched()
    const stuffing = await ownerQuery<{ address: string }>(`select address from security_events where kind = 'sign-in-stuffing'`)
    expect(stuffing).toEqual([{ address: '192.0.2.0/24' }])
  })
})

describe('triage', () => {
  test('acknowledged, then resolved with a note by whoever may; then it is no threat any more', async () => {
    const admin = await net.caller(net.people.admin)
    const [event] = await events('account-locked')
    const threats = await listThreats(await net.reader(net.people.admin))
    expect(threats.find((one) => one.kind === 'account-locked')).toMatchObject({ severity: 'medium', personName: 'Sam Sales', address: place.ip })
    await expect(perform(acknowledgeSecurityEvent, { id: event!.id }, await net.caller(net.people.sales))).rejects.toMatchObject({ status: 403 })
    await perform(acknowledgeSecurityEvent, { id: event!.id }, admin)
    await expect(perform(acknowledgeSecurityEvent, { id: event!.id }, admin)).rejects.toMatchObject({ code: 'STATE_REFUSED' })
    await expect(perform(resolveSecurityEvent, { id: event!.id, note: '' }, admin)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const { token } = await openSession(net.payload, net.people.admin.user)
    const answer = await send(net.payload, 'PUT', `/api/v1/admin/security/events/${event!.id}/resolve`, { token, body: { note: 'A drill of ours.' } })
    expect(answer.status).toBe(200)
    expect((await events('account-locked'))[0]).toMatchObject({ status: 'resolved', resolution: 'A drill of ours.', handledByName: 'Ada Admin' })
    expect((await listThreats(await net.reader(net.people.admin))).some((one) => one.kind === 'account-locked')).toBe(false)
    const other = await aNetwork()
    await expect(perform(resolveSecurityEvent, { id: event!.id, note: 'Ours?' }, await other.caller(other.people.admin))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
