import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createNotification } from '@/domain/core'
import { assignRoles, changeRole, copyRole, createApiKey, forgotPassword, orderPassword, revokeApiKey, revokeOtherSessions, suspendApiKey, suspendMember } from '@/domain/identity'
import { core } from '@/domain/registry'
import { reinstateDealer, suspendDealer } from '@/domain/network'
import { env } from '@/platform/env'
import { perform } from '@/platform/perform'
import { closeStreams } from '@/platform/stream/hub'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { refusedWatch, watch } from '@tests/builders/stream'
import { ownerQuery } from '@tests/setup/database'

let net: Network

const signIn = async (email: string, password = PASSWORD) => (await send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/auth/login', { body: { email, password } })).body.data.token
const idIn = (token: string) => (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid: string }).sid
const stays = async (stream: { ended: Promise<void> }) => expect(await Promise.race([stream.ended.then(() => 'ended'), new Promise((resolve) => setTimeout(resolve, 700)).then(() => 'open')])).toBe('open')

beforeAll(async () => {
  net = await aNetwork()
})

afterAll(closeStreams)

describe('a stream ends within five seconds after (issue 3)', () => {
  test('signing out, ending a session and ending all others; the own one stays', async () => {
    const { email } = net.people.content
    const [mine, other, out] = [await signIn(email), await signIn(email), await signIn(email)]
    const [own, second, third] = await Promise.all([mine, other, out].map((token) => watch(net.payload, 'notifications', token)))
    await send(net.payload, 'POST', '/api/v1/auth/logout', { token: out, body: {} })
    await third?.ended
    await send(net.payload, 'DELETE', `/api/v1/sessions/${idIn(other)}`, { token: mine })
    await second?.ended
    expect((await refusedWatch(net.payload, 'notifications', other)).status).toBe(401)
    await perform(revokeOtherSessions, {}, { ...(await net.caller(net.people.content)), principal: { ...(await net.principalFor(email)), session: idIn(mine) } })
    if (own) await stays(own)
    await own?.leave()
  })

  test('an ordered and a changed password', async () => {
    const { email, membership } = net.people.readonly
    const ordered = await watch(net.payload, 'notifications', await signIn(email))
    await perform(orderPassword, { id: membership }, await net.caller(net.people.admin))
    await ordered.ended
    const finance = await signIn(net.people.finance.email)
    const changed = await watch(net.payload, 'notifications', finance)
    const answer = await send(net.payload, 'POST', '/api/v1/users/me/password', { token: finance, body: { currentPassword: PASSWORD, password: 'A wholly new way 1!' } })
    expect(answer.status).toBe(200)
    await changed.ended
  })

  test('new roles and a changed role', async () => {
    const { email, membership } = net.people.sales
    const promoted = await watch(net.payload, 'orders', await signIn(email))
    await perform(assignRoles, { id: membership, roles: [{ role: 'readonly' }] }, await net.caller(net.people.admin))
    await promoted.ended
    const copied = await perform(copyRole, { from: 'warehouse-manager', name: 'Night shift', organization: net.hq.id }, await net.caller(net.people.admin, { organization: net.hq.id }))
    await perform(assignRoles, { id: net.people.warehouse.membership, roles: [{ role: copied.id }] }, await net.caller(net.people.admin))
    const walt = await watch(net.payload, 'inventory/alerts', await signIn(net.people.warehouse.email))
    const buyer = await watch(net.payload, 'notifications', await signIn(net.d1.buyer.email))
    await perform(changeRole, { id: copied.id, permissions: [{ key: 'order.read', reach: 'organization' }] }, await net.caller(net.people.admin))
    await walt.ended
    await stays(buyer)
    await buyer.leave()
  })

  test('the suspension of a member', async () => {
    const stream = await watch(net.payload, 'notifications', await signIn(net.d1.buyer.email))
    await perform(suspendMember, { id: net.d1.buyer.membership }, await net.caller(net.d1.admin))
    await stream.ended
  })

  test('the suspension and the end of an API key', async () => {
    const admin = await net.caller(net.people.admin, { organization: net.hq.id })
    const make = async (name: string) => perform(createApiKey, { name, scopes: ['order.read'] }, admin)
    const [one, two] = [await make('One'), await make('Two')]
    const streams = [await watch(net.payload, 'orders', one.secret), await watch(net.payload, 'orders', two.secret)] as const
    expect((await refusedWatch(net.payload, 'notifications', one.secret)).status).toBe(403)
    await perform(suspendApiKey, { id: one.id }, admin)
    await streams[0].ended
    await stays(streams[1])
    await perform(revokeApiKey, { id: two.id }, admin)
    await streams[1].ended
  })

  test('the suspension of a dealer: its people, its keys, and mails that have not gone out', async () => {
    const { d2 } = net
    const key = await perform(createApiKey, { name: 'D2', scopes: ['order.read'] }, await net.caller(d2.admin, { organization: d2.party }))
    const streams = await Promise.all([watch(net.payload, 'notifications', await signIn(d2.buyer.email)), watch(net.payload, 'orders', await signIn(d2.admin.email)), watch(net.payload, 'orders', key.secret)])
    await perform(forgotPassword, { email: d2.buyer.email }, net.nobody())
    await perform(createNotification, { to: [d2.buyer.user], subject: 'Last words' }, await net.caller(net.people.admin))
    const hq = await net.caller(net.people.admin)
    await perform(suspendDealer, { id: d2.dealer, reason: 'Did not pay' }, hq)
    await Promise.all(streams.map((stream) => stream.ended))
    expect((await refusedWatch(net.payload, 'orders', key.secret)).status).toBe(401)
    await drainJobs(net.payload)
    const mails = await ownerQuery<{ state: string; error: string }>(`select state, last_error as error from notification_deliveries where "to" = $1 order by id desc limit 1`, [d2.buyer.email])
    expect(mails).toEqual([{ state: 'stopped', error: expect.stringContaining('suspended') }])
    await perform(reinstateDealer, { id: d2.dealer }, hq)
  })

  test('a list of networks that leaves its address out, and comes back to a refusal', async () => {
    const admin = await net.caller(net.people.admin)
    const networks = (value: string[]) => perform(core.setSetting, { organization: net.hq.id, key: 'security.adminNetworks', value }, admin)
    const token = await signIn(net.people.admin.email)
    const [inside, outside] = [{ 'x-forwarded-for': '203.0.113.9' }, { 'x-forwarded-for': '198.51.100.7' }]
    const [kept, left] = [await watch(net.payload, 'orders', token, inside), await watch(net.payload, 'orders', token, outside)]
    const dealer = await watch(net.payload, 'notifications', await signIn(net.d1.admin.email), outside)
    await networks(['203.0.113.0/24'])
    await left.ended
    expect((await refusedWatch(net.payload, 'orders', token, outside)).status).toBe(403)
    await Promise.all([stays(kept), stays(dealer)])
    await networks([])
    await Promise.all([kept.leave(), dealer.leave()])
  })

  test('what nobody was told of: the look every few seconds finds it', async () => {
    await closeStreams()
    const before = env.STREAM_CHECK_SECONDS
    Object.assign(env, { STREAM_CHECK_SECONDS: 0.2 })
    const token = await signIn(net.d2.buyer.email)
    const stream = await watch(net.payload, 'notifications', token)
    await ownerQuery(`update session_facts set absolute_at = now() - interval '1 second' where session = $1`, [idIn(token)])
    await stream.ended
    Object.assign(env, { STREAM_CHECK_SECONDS: before })
  })
})
