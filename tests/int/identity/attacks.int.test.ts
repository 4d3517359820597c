import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'

import { assignRoles, forgotPassword, suspendMember } from '@/domain/identity'
import { env } from '@/platform/env'
import { openToken } from '@/platform/one-time-token'
import { perform } from '@/platform/perform'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

type Body = { data: { token: string }; error: { code: string; message: string } }
type Headers = Record<string, string>

const ORIGIN = 'http://localhost:3000'
const GOOD = 'A wholly new way 1!'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const at = (ip: string): Headers => ({ 'x-forwarded-for': ip })
const signIn = (email: string, password = PASSWORD, headers: Headers = {}) => send<Body>(net.payload, 'POST', '/api/v1/auth/login', { body: { email, password }, headers })
const tokenOf = async (email: string, headers: Headers = {}) => (await signIn(email, PASSWORD, headers)).body.data.token
const me = async (token: string) => (await send(net.payload, 'GET', '/api/v1/auth/me', { token })).status
const cookiesOf = (headers: globalThis.Headers) => headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
const attempts = (statuses: readonly number[]) => [statuses.filter((one) => one === 401).length, statuses.filter((one) => one === 429).length]

async function graphqlMe(token: string): Promise<unknown> {
  const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
  const body = JSON.stringify({ query: '{ meUser { user { email } } }' })
  const request = new Request('http://localhost:3000/api/graphql', { method: 'POST', headers: { 'content-type': 'application/json', authorization: `JWT ${token}` }, body })
  const answer = (await (await GRAPHQL_POST(net.payload.config)(request)).json()) as { data?: { meUser?: { user: unknown } | null } }
  return answer.data?.meUser?.user ?? null
}

const resetTokens = async (email: string) => {
  const rows = await ownerQuery<{ box: string }>(`select data->>'sealedToken' as box from outbox_events where name = 'password.reset-requested' and data->>'email' = $1 order by id`, [email])
  return rows.map(({ box }) => openToken('reset', box))
}

describe('guessing passwords', () => {
  test('locks the network that guesses and nobody else: neither the owner elsewhere nor the owner’s known browser there', async () => {
    const { email } = net.people.sales
    const known = cookiesOf((await signIn(email, PASSWORD, at('203.0.113.5'))).headers)
    for (let n = 0; n < 5; n += 1) expect((await signIn(email, `wrong ${n}`, at(`203.0.113.${n + 10}`))).status).toBe(401)
    expect((await signIn(email, PASSWORD, at('203.0.113.99'))).status).toBe(429)
    expect((await signIn(email, PASSWORD, at('198.51.100.1'))).status).toBe(200)
    expect((await signIn(email, PASSWORD, { ...at('203.0.113.5'), cookie: known })).status).toBe(200)
    // The known browser has tries of its own, no endless ones, and a mark of somebody else is worth nothing.
    for (let n = 0; n < 5; n += 1) expect((await signIn(email, 'wrong', { ...at('203.0.113.5'), cookie: known })).status).toBe(401)
    expect((await signIn(email, PASSWORD, { ...at('203.0.113.5'), cookie: known })).status).toBe(429)
    const foreign = cookiesOf((await signIn(net.d1.buyer.email, PASSWORD, at('192.0.2.1'))).headers)
    expect((await signIn(email, PASSWORD, { ...at('203.0.113.5'), cookie: foreign })).status).toBe(429)
    expect((await signIn(email, PASSWORD, { ...at('203.0.113.5'), cookie: known.replace(/.(?=;|$)/g, 'x') })).status).toBe(429)
  })

  test.each([
    ['case and spaces', (email: string, n: number) => (n % 2 ? ` ${email.toUpperCase()}` : `${email}  `)],
    ['other doors', (email: string) => email],
  ])('the lock is not passed by %s; parallel tries count', async (name, spelled) => {
    const { email } = name === 'other doors' ? net.people.warehouse : net.people.content
    const doors = name === 'other doors' ? ['/api/v1/auth/login', '/api/users/login', '/api/v1/mobile/auth/login'] : ['/api/v1/auth/login']
    const tries = Array.from({ length: 20 }, (_, n) => send(net.payload, 'POST', doors[n % doors.length] ?? '', { body: { email: spelled(email, n), password: 'wrong' }, headers: at(`10.1.1.${n}`) }))
    expect(attempts((await Promise.all(tries)).map((one) => one.status))).toEqual([5, 15])
    const graphql = await send<{ data?: unknown; errors?: unknown[] }>(net.payload, 'POST', '/api/graphql', { body: { query: `mutation { loginUser(email: "${email}", password: "${PASSWORD}") { token } }` } })
    expect(JSON.stringify(graphql.body ?? {})).not.toContain('eyJ')
  })

  test('a plus address and an unknown one are accounts of their own: same words, same counting', async () => {
    const { email } = net.people.finance
    const plus = email.replace('@', '+1@')
    const answers = await Promise.all([signIn(email, 'wrong', at('10.2.1.1')), signIn(plus, 'wrong', at('10.2.1.1')), signIn('ghost@nowhere.example', 'wrong', at('10.2.1.1'))])
    const said = answers.map(({ status, body }) => [status, body.error])
    expect(said).toEqual([said[0], said[0], said[0]])
    for (let n = 0; n < 4; n += 1) await Promise.all([signIn(email, 'wrong', at('10.2.1.1')), signIn('ghost@nowhere.example', 'wrong', at('10.2.1.1'))])
    const locked = await Promise.all([signIn(email, 'wrong', at('10.2.1.1')), signIn('ghost@nowhere.example', 'wrong', at('10.2.1.1'))])
    expect(locked.map(({ status, body }) => [status, body.error])).toEqual([[429, locked[0]?.body.error], [429, locked[0]?.body.error]])
  })

  test('stuffing: many accounts from many networks never get in, and under attack the owner confirms by mail', async () => {
    const { email } = net.d2.admin
    for (const address of [email, 'nobody@nowhere.example']) {
      const key = await bucketOf(address)
      await ownerQuery(`update sign_in_counters set attempts = $2 where bucket = $1`, [key, env.CHALLENGE_AFTER])
    }
    const right = await signIn(email, PASSWORD, at('10.4.1.1'))
    const wrong = await signIn(email, 'wrong', at('10.4.2.1'))
    const ghost = await signIn('nobody@nowhere.example', 'wrong', at('10.4.3.1'))
    expect(right.body.error.code).toBe('SIGN_IN_CHALLENGED')
    expect([wrong, ghost].map(({ status, body }) => [status, body.error])).toEqual([[403, right.body.error], [403, right.body.error]])
    const mails = await ownerQuery<{ box: string }>(`select data->>'sealedToken' as box from outbox_events where name = 'sign-in.challenged'`)
    expect(mails.length).toBe(1)
    const token = openToken('device', mails[0]?.box ?? '')
    const confirmed = await send(net.payload, 'POST', '/api/v1/auth/confirm-device', { body: { token } })
    expect(confirmed.status).toBe(200)
    expect((await signIn(email, PASSWORD, { ...at('10.4.1.1'), cookie: cookiesOf(confirmed.headers) })).status).toBe(200)
    expect((await send(net.payload, 'POST', '/api/v1/auth/confirm-device', { body: { token } })).status).toBe(400)
  })

  // The counter of an address is keyed; the row is found by making one wrong try and taking the newest far bucket.
  async function bucketOf(address: string): Promise<Buffer> {
    const before = new Map((await ownerQuery<{ bucket: Buffer; attempts: number }>('select bucket, attempts from sign_in_counters')).map((row) => [row.bucket.toString('hex'), row.attempts]))
    await signIn(address, 'wrong', at('10.3.1.1'))
    await signIn(address, 'wrong', at('10.3.2.1'))
    const rows = await ownerQuery<{ bucket: Buffer; attempts: number }>('select bucket, attempts from sign_in_counters')
    const far = rows.find((row) => row.attempts - (before.get(row.bucket.toString('hex')) ?? 0) === 2)
    if (!far) throw new Error('No counter grew by two.')
    return far.bucket
  }
})

async function aLink(email: string): Promise<string> {
  await ownerQuery(`update auth_tokens set created_at = now() - interval '5 minutes' where purpose = 'reset'`)
  await perform(forgotPassword, { email }, net.nobody())
  return (await resetTokens(email)).at(-1) ?? ''
}

describe('sessions and tokens', () => {
  test('fixation: every sign-in has a session of its own, whatever the browser brings along', async () => {
    const first = await signIn(net.d1.buyer.email)
    const again = await signIn(net.d1.buyer.email, PASSWORD, { cookie: cookiesOf(first.headers), origin: ORIGIN })
    const sid = (token: string) => (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid: string }).sid
    expect(sid(again.body.data.token)).not.toBe(sid(first.body.data.token))
  })

  test('a token is worth nothing at once after sign-out, reset, suspension and changed roles, at every door', async () => {
    const { admin, buyer } = net.d1
    const doors: [string, string, object?][] = [['GET', '/api/v1/auth/me'], ['GET', '/api/v1/orders'], ['GET', '/api/orders'], ['GET', '/api/users/me'], ['POST', '/api/v1/auth/refresh', {}], ['POST', '/api/users/refresh-token', {}], ['GET', '/api/v1/files/00000000-0000-7000-8000-000000000000']]
    const dead = async (token: string) => {
      for (const [method, path, body] of doors) {
        const answer = await send<{ user?: unknown; docs?: unknown[] }>(net.payload, method, path, { token, ...(body ? { body } : {}) })
        const isNobody = answer.status === 401 || answer.status === 403 || answer.body?.user === null
        expect([path, answer.status, isNobody]).toEqual([path, answer.status, true])
      }
      expect(await graphqlMe(token)).toBeNull()
    }
    const out = await tokenOf(buyer.email)
    await send(net.payload, 'POST', '/api/users/logout', { token: out, body: {} })
    await dead(out)
    const changed = await tokenOf(buyer.email)
    await perform(assignRoles, { id: buyer.membership, roles: [{ role: 'dealer-technician' }] }, await net.caller(admin))
    await dead(changed)
    const reset = await tokenOf(buyer.email)
    expect((await send(net.payload, 'POST', '/api/v1/auth/reset-password', { body: { token: await aLink(buyer.email), password: GOOD } })).status).toBe(200)
    await dead(reset)
    const suspended = (await signIn(buyer.email, GOOD)).body.data.token
    expect([await me(suspended), await graphqlMe(suspended)]).toEqual([200, { email: buyer.email }])
    await perform(suspendMember, { id: buyer.membership }, await net.caller(admin))
    await dead(suspended)
  })

  test('JWT confusion: no algorithm, another one, another secret, other claims, another version, a flood', async () => {
    const good = await tokenOf(net.people.admin.email)
    const [head = '', claims = ''] = good.split('.')
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const hs = (header: object, body: string, secret = net.payload.secret, hash = 'sha256') => `${part(header)}.${body}.${createHmac(hash, secret).update(`${part(header)}.${body}`).digest('base64url')}`
    const fine = { alg: 'HS256', typ: 'JWT', authVersion: 1 }
    const parsed = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<string, unknown>
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const rs = `${part({ ...fine, alg: 'RS256' })}.${claims}`
    const forged = [
      `${part({ ...fine, alg: 'none' })}.${claims}.`,
      `${head}.${claims}.`,
      `${rs}.${sign('sha256', Buffer.from(rs), privateKey).toString('base64url')}`,
      hs({ ...fine, alg: 'HS512' }, claims, net.payload.secret, 'sha512'),
      hs({ ...fine, kid: '../../dev/null' }, claims, ''),
      hs(fine, claims, 'another secret of the same length!'),
      hs({ ...fine, authVersion: 2 }, claims),
      hs({ alg: 'HS256', typ: 'JWT' }, claims),
      hs(fine, part({ ...parsed, sid: randomUUID() })),
      hs(fine, part({ ...parsed, id: net.d1.admin.user })),
      hs(fine, part({ ...parsed, collection: 'memberships' })),
      hs(fine, part({ ...parsed, exp: 1 })),
      `${head}.${'A'.repeat(10_000)}.${'B'.repeat(43)}`,
      'undefined',
    ]
    expect(await Promise.all(forged.map(me))).toEqual(forged.map(() => 401))
    expect(await me(good)).toBe(200)
  })

  test('CSRF: the cookie counts from our own pages alone', async () => {
    const { headers } = await signIn(net.people.admin.email)
    const cookie = cookiesOf(headers)
    const attempt = async (method: string, path: string, more: Headers) => (await send(net.payload, method, path, { headers: { cookie, ...more }, ...(method === 'GET' ? {} : { body: {} }) })).status
    for (const [method, path] of [['POST', '/api/v1/auth/refresh'], ['DELETE', '/api/v1/sessions/all'], ['PATCH', '/api/v1/users/me'], ['GET', '/api/v1/auth/me']] as const) {
      expect([path, await attempt(method, path, { origin: 'https://evil.example' })]).toEqual([path, 401])
      expect([path, await attempt(method, path, { 'sec-fetch-site': 'cross-site' })]).toEqual([path, 401])
    }
    expect(await attempt('GET', '/api/v1/auth/me', { origin: ORIGIN })).toBe(200)
    const plain = await send(net.payload, 'POST', '/api/v1/users/me/password', { headers: { cookie, origin: ORIGIN, 'content-type': 'text/plain' }, body: {} })
    expect(plain.status).toBe(400)
  })
})

describe('forgotten passwords', () => {
  test('two resets with one link at the same moment: exactly one counts', async () => {
    const { email } = net.people.readonly
    const token = await aLink(email)
    const passwords = [GOOD, `${GOOD}2`]
    const answers = await Promise.all(passwords.map((password) => send<Body>(net.payload, 'POST', '/api/v1/auth/reset-password', { body: { token, password } })))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 400])
    const winner = passwords[answers.findIndex((one) => one.status === 200)] ?? ''
    const tried = await Promise.all(passwords.map((password) => signIn(email, password, at('10.9.1.1'))))
    expect(tried.map((one) => one.status)).toEqual(passwords.map((password) => (password === winner ? 200 : 401)))
    expect((await send(net.payload, 'POST', '/api/v1/auth/reset-password', { body: { token, password: `${GOOD}3` } })).status).toBe(400)
  })

  test('the answer is the same for known and unknown addresses, however many ask at once', async () => {
    const addresses = Array.from({ length: 60 }, (_, n) => (n % 2 ? `ghost${n}@nowhere.example` : net.people.admin.email))
    const answers = await Promise.all(addresses.map((email) => send(net.payload, 'POST', '/api/users/forgot-password', { body: { email }, headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })))
    const said = (known: boolean) => new Set(answers.filter((_, n) => (n % 2 === 0) === known).map(({ status, body }) => `${status} ${status === 429 ? '' : JSON.stringify(body)}`))
    expect([...said(false)].every((one) => one.startsWith('200'))).toBe(true)
    expect([...said(true)].filter((one) => one.startsWith('200'))).toEqual([...said(false)])
    expect(await me(await tokenOf(net.people.admin.email))).toBe(200)
  })
})

test('PF4: roles changed while somebody signs in stay changed', async () => {
  const { buyer, admin } = net.d2
  const signingIn = signIn(buyer.email)
  await perform(assignRoles, { id: buyer.membership, roles: [{ role: 'dealer-technician' }] }, await net.caller(admin))
  await signingIn
  const held = await ownerQuery('select r.key from membership_roles mr join roles r on r.id = mr.role_id where mr.membership_id = $1', [buyer.membership])
  expect(held).toEqual([{ key: 'dealer-technician' }])
})
