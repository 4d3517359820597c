import { beforeAll, describe, expect, test } from '@jest/globals'

import { assignRoles, forgetOldSignIns } from '@/domain/identity'
import { core } from '@/domain/registry'
import { perform } from '@/platform/perform'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

type Session = { id: string; device: string; browser: string; system: string; network: string; ip: string; isCurrent: boolean; name?: string; lastSeenAt: string }
type SignIn = { outcome: string; isNewDevice: boolean; browser: string }

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const from = (ip: string, agent = CHROME) => ({ 'x-forwarded-for': ip, 'user-agent': agent })
const signIn = async (email: string, headers: Record<string, string> = {}) => {
  const answer = await send<{ data: { token: string; exp: number } }>(net.payload, 'POST', '/api/v1/auth/login', { body: { email, password: PASSWORD }, headers })
  expect(answer.status).toBe(200)
  return answer.body.data.token
}
const get = async <T>(path: string, token: string) => (await send<{ data: T; error?: { code: string; message: string } }>(net.payload, 'GET', `/api/v1${path}`, { token })).body
const status = async (token: string, method = 'GET', path = '/auth/me') => (await send(net.payload, method, `/api/v1${path}`, { token })).status
const idIn = (token: string) => (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid: string }).sid

describe('own sessions', () => {
  test('say device, browser, system and network; one is ended, then all others', async () => {
    const { email } = net.d1.buyer
    const laptop = await signIn(email, from('203.0.113.7'))
    const phone = await signIn(email, from('2001:db8:1:2:3::4', IPHONE))
    const third = await signIn(email, from('198.51.100.9'))
    const sessions = (await get<Session[]>('/sessions', laptop)).data
    expect(sessions.length).toBe(3)
    expect(sessions[0]).toMatchObject({ isCurrent: true, device: 'Desktop', browser: 'Chrome 142', system: 'Windows 10', ip: '203.0.113.7', network: '203.0.113.0/24' })
    expect(sessions.find((one) => one.device === 'Phone')).toMatchObject({ browser: 'Safari 18', system: 'iOS 18.1', network: '2001:db8:1:2::/64', isCurrent: false })
    expect(await status(laptop, 'DELETE', `/sessions/${idIn(phone)}`)).toBe(200)
    expect([await status(phone), await status(third)]).toEqual([401, 200])
    expect(await status(laptop, 'DELETE', '/sessions/all')).toBe(200)
    expect([await status(third), await status(laptop)]).toEqual([401, 200])
    expect(await status(laptop, 'DELETE', `/sessions/${idIn(phone)}`)).toBe(404)
  })

  test('a sixth session ends the oldest', async () => {
    const { email } = net.people.content
    const tokens: string[] = []
    for (let n = 0; n < 6; n += 1) tokens.push(await signIn(email))
    expect(await Promise.all(tokens.map((token) => status(token)))).toEqual([401, 200, 200, 200, 200, 200])
  })

  test('are seen once a minute, end when idle and at their absolute end, and refresh does not go beyond it', async () => {
    const { email } = net.people.sales
    const token = await signIn(email)
    const id = idIn(token)
    const seen = async () => (await ownerQuery<{ at: string }>('select last_seen_at::text as at from session_facts where session = $1', [id]))[0]?.at
    const first = await seen()
    await status(token)
    expect(await seen()).toBe(first)
    await ownerQuery(`update session_facts set last_seen_at = last_seen_at - interval '2 minutes' where session = $1`, [id])
    await status(token)
    expect(await seen()).not.toBe(first)
    await ownerQuery(`update session_facts set absolute_at = now() + interval '5 minutes' where session = $1`, [id])
    const refreshed = await send<{ data: { token: string; exp: number } }>(net.payload, 'POST', '/api/v1/auth/refresh', { token, body: {} })
    expect(refreshed.body.data.exp).toBeLessThanOrEqual(Date.now() / 1000 + 301)
    await ownerQuery(`update session_facts set last_seen_at = now() - make_interval(secs => idle_seconds + 1) where session = $1`, [id])
    expect([await status(token), await status(token, 'POST', '/auth/refresh')]).toEqual([401, 401])
    await perform(forgetOldSignIns, {}, net.nobody())
    expect(await seen()).toBeUndefined()
  })

  test('administrators have shorter ones, and the settings say how long', async () => {
    const facts = async (token: string) => (await ownerQuery<{ idle: number; hours: number }>('select idle_seconds as idle, round(extract(epoch from absolute_at - created_at) / 3600)::int as hours from session_facts where session = $1', [idIn(token)]))[0]
    expect(await facts(await signIn(net.people.admin.email))).toEqual({ idle: 1_800, hours: 12 })
    expect(await facts(await signIn(net.people.warehouse.email))).toEqual({ idle: 86_400, hours: 168 })
    await perform(core.setSetting, { organization: net.hq.id, key: 'identity.sessionIdleMinutes', value: 60 }, await net.caller(net.people.admin))
    expect(await facts(await signIn(net.people.warehouse.email))).toEqual({ idle: 3_600, hours: 168 })
  })

  test('a row of Payload’s alone is no session, and an edit of the profile brings no ended one back', async () => {
    const { email, user } = net.people.finance
    const kept = await signIn(email)
    const ended = await signIn(email)
    const person = await net.payload.findByID({ collection: 'users', id: user, overrideAccess: true, showHiddenFields: true })
    expect(await status(kept, 'DELETE', `/sessions/${idIn(ended)}`)).toBe(200)
    await net.payload.update({ collection: 'users', id: user, data: { phone: '1', sessions: person.sessions ?? [] }, overrideAccess: true })
    expect([await status(kept), await status(ended)]).toEqual([200, 401])
    const { token } = await net.payload.login({ collection: 'users', data: { email, password: PASSWORD } })
    expect(await status(token ?? '')).toBe(401)
  })
})

describe('administrators', () => {
  test('see and end sessions of their people and of nobody else; a missing one is said in the same words', async () => {
    const admin = await signIn(net.d1.admin.email)
    const buyer = await signIn(net.d1.buyer.email)
    const stranger = await signIn(net.d2.buyer.email)
    const names = async (token: string) => (await get<Session[]>('/sessions/all?limit=100', token)).data.map((one) => one.name)
    expect(new Set(await names(admin))).toEqual(new Set(['D1 Admin', 'D1 Buyer']))
    const foreign = await send<{ error: object }>(net.payload, 'DELETE', `/api/v1/sessions/${idIn(stranger)}`, { token: admin })
    const missing = await send<{ error: object }>(net.payload, 'DELETE', '/api/v1/sessions/00000000-0000-4000-8000-000000000000', { token: admin })
    expect([foreign.status, foreign.body.error]).toEqual([404, missing.body.error])
    expect(await status(stranger)).toBe(200)
    expect((await get<Session[]>(`/users/${net.d1.buyer.membership}/sessions`, admin)).data.length).toBeGreaterThan(0)
    expect(await status(admin, 'DELETE', `/sessions/${idIn(buyer)}`)).toBe(200)
    expect(await status(buyer)).toBe(401)
    const hq = await signIn(net.people.admin.email)
    expect(new Set(await names(hq))).toContain('D2 Buyer')
    expect(await status(hq, 'DELETE', `/users/${net.d2.buyer.membership}/sessions`)).toBe(200)
    expect(await status(stranger)).toBe(401)
  })

  test('others are refused: buyers see only their own, a dealer’s administrator ends none of HQ', async () => {
    const buyer = await signIn(net.d2.buyer.email)
    const admin = await signIn(net.d2.admin.email)
    const hq = await signIn(net.people.admin.email)
    expect(await status(buyer, 'GET', '/sessions/all')).toBe(403)
    expect(await status(buyer, 'DELETE', `/sessions/${idIn(admin)}`)).toBe(404)
    expect(await status(admin, 'DELETE', `/sessions/${idIn(hq)}`)).toBe(404)
    expect(await status(hq)).toBe(200)
  })

  test('changed roles end the sessions of that person', async () => {
    const token = await signIn(net.d2.buyer.email)
    const roles = [{ role: 'dealer-technician' }]
    await perform(assignRoles, { id: net.d2.buyer.membership, roles }, await net.caller(net.d2.admin))
    expect(await status(token)).toBe(401)
  })
})

describe('the history of sign-ins', () => {
  test('keeps what failed, and a new browser is noticed and told', async () => {
    const { email } = net.people.readonly
    await signIn(email, from('203.0.113.7'))
    await send(net.payload, 'POST', '/api/v1/auth/login', { body: { email, password: 'wrong' }, headers: from('198.51.100.1', IPHONE) })
    const token = await signIn(email, from('198.51.100.1', IPHONE))
    const history = (await get<SignIn[]>('/sign-ins', token)).data
    expect(history.slice(0, 3).map(({ outcome, isNewDevice }) => [outcome, isNewDevice])).toEqual([['signed-in', true], ['wrong-password', false], ['signed-in', false]])
    const events = await ownerQuery<{ name: string }>(`select name from outbox_events where data->>'email' = $1 and name like 'sign-in.%' order by id`, [email])
    expect(events.map(({ name }) => name)).toEqual(['sign-in.failed', 'sign-in.new-device'])
    const seen = (await get<SignIn[]>(`/users/${net.people.readonly.membership}/sign-ins`, await signIn(net.people.admin.email))).data
    expect(seen.length).toBe(history.length)
  })
})

describe('preferences', () => {
  test('are one’s own, by any of the own ids', async () => {
    const { email, user, membership } = net.d1.admin
    const token = await signIn(email)
    const body = { locale: 'de-DE', zone: 'Europe/Berlin', dateFormat: 'DD.MM.YYYY', currency: 'EUR' }
    const saved = await send(net.payload, 'PUT', `/api/v1/users/${user}/preferences`, { token, body })
    expect(saved.status).toBe(200)
    for (const id of ['me', user, membership]) expect((await get(`/users/${id}/preferences`, token)).data).toEqual(body)
    for (const id of [net.d1.buyer.user, net.d1.buyer.membership, 'x']) expect(await status(token, 'GET', `/users/${id}/preferences`)).toBe(404)
    const wrong = await send(net.payload, 'PUT', '/api/v1/users/me/preferences', { token, body: { dateFormat: 'YY', currency: 'XXX' } })
    expect(wrong.status).toBe(400)
    const byPayload = await send(net.payload, 'PATCH', `/api/users/${user}`, { token, body: { locale: 'not a locale' } })
    expect(byPayload.status).toBe(400)
  })
})

describe('the mobile doors', () => {
  test('answer a token, set no cookie, and end it', async () => {
    const { email } = net.d1.buyer
    const answer = await send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/mobile/auth/login', { body: { email, password: PASSWORD } })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
    const { token } = answer.body.data
    expect((await get<{ profile: { email: string } }>('/mobile/auth/profile', token)).data.profile.email).toBe(email)
    expect(await status(token, 'POST', '/mobile/auth/logout')).toBe(200)
    expect(await status(token, 'GET', '/mobile/auth/profile')).toBe(401)
  })
})
