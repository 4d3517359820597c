import { beforeAll, describe, expect, test } from '@jest/globals'

import { suspendMember } from '@/domain/identity'
import { perform } from '@/platform/perform'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

type SignedInBody = { data: { token: string; home: string; user: { email: string } }; error: { code: string } }

let network: Network

beforeAll(async () => {
  network = await aNetwork()
})

const signIn = (email: string, password = PASSWORD) => send<SignedInBody>(network.payload, 'POST', '/api/v1/auth/login', { body: { email, password } })
const me = (token: string) => send<{ data: { user: { email: string } } }>(network.payload, 'GET', '/api/v1/auth/me', { token })

describe('signing in', () => {
  test('gives a token, the cookie of Payload and the place to work', async () => {
    const { status, body, headers } = await signIn(` ${network.d1.buyer.email.toUpperCase()} `)
    expect(status).toBe(200)
    expect(body.data.home).toBe(`/dealer/${network.d1.slug}`)
    expect(headers.get('set-cookie')).toMatch(/^tf-token=ey.+HttpOnly.*SameSite=Lax/)
    const answer = await me(body.data.token)
    expect(answer.body.data.user.email).toBe(network.d1.buyer.email)
    const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';')
    const byCookie = await send(network.payload, 'GET', '/api/v1/auth/me', { headers: { cookie, origin: 'http://localhost:3000' } })
    expect(byCookie.status).toBe(200)
  })

  test("Payload's own sign-in route goes through the same function", async () => {
    const answer = await send<{ token: string }>(network.payload, 'POST', '/api/users/login', { body: { email: network.people.admin.email, password: PASSWORD } })
    expect(answer.status).toBe(200)
    expect((await me(answer.body.token)).status).toBe(200)
  })

  test.each(['first-register', 'unlock', 'verify/1'])("Payload's route users/%s does not exist", async (path) => {
    const { status } = await send(network.payload, 'POST', `/api/users/${path}`, { body: { email: network.people.admin.email, password: PASSWORD } })
    expect(status).toBe(404)
  })

  test('PF7: an unknown address answers like a wrong password, and takes as long', async () => {
    const timed = async (email: string) => {
      const began = performance.now()
      const { status, body } = await signIn(email, 'not the password')
      return { ms: performance.now() - began, status, code: body.error.code }
    }
    const known = await timed(network.d2.buyer.email)
    const unknown = await timed('nobody@nowhere.example')
    expect([unknown.status, unknown.code]).toEqual([known.status, known.code])
    expect([known.status, known.code]).toEqual([401, 'SIGN_IN_REFUSED'])
    expect(unknown.ms).toBeGreaterThan(known.ms / 3)
  })

  test('refresh extends the session, sign-out ends it', async () => {
    const { body } = await signIn(network.d1.admin.email)
    const refreshed = await send<SignedInBody>(network.payload, 'POST', '/api/v1/auth/refresh', { token: body.data.token, body: {} })
    expect(refreshed.status).toBe(200)
    const out = await send(network.payload, 'POST', '/api/v1/auth/logout', { token: refreshed.body.data.token, body: {} })
    expect(out.headers.get('set-cookie')).toMatch(/^tf-token=;/)
    expect((await me(body.data.token)).status).toBe(401)
    expect((await me(refreshed.body.data.token)).status).toBe(401)
  })

  test('PF4: parallel sign-ins of one person all count', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(network.people.sales.email)))
    const checked = await Promise.all(answers.map(({ body }) => me(body.data.token)))
    expect(checked.map((one) => one.status)).toEqual([200, 200, 200, 200])
  })

  test('a suspended member is signed out at once and cannot come back', async () => {
    const { body } = await signIn(network.d2.buyer.email)
    expect((await me(body.data.token)).status).toBe(200)
    await perform(suspendMember, { id: network.d2.buyer.membership }, await network.caller(network.d2.admin))
    expect((await me(body.data.token)).status).toBe(401)
    const again = await signIn(network.d2.buyer.email)
    expect([again.status, again.body.error.code]).toEqual([403, 'NO_ORGANIZATION'])
  })
})

describe('lock-out', () => {
  test('after five wrong passwords the network is locked, for the right one too', async () => {
    const { email } = network.people.readonly
    for (let n = 0; n < 5; n += 1) expect((await signIn(email, 'wrong password')).status).toBe(401)
    const locked = await signIn(email)
    expect([locked.status, locked.body.error.code]).toEqual([429, 'ACCOUNT_LOCKED'])
    await ownerQuery(`update sign_in_counters set until = now() - interval '1 second'`)
    expect((await signIn(email)).status).toBe(200)
  })

  test('twenty wrong passwords at once are not tried more often than five', async () => {
    const { email } = network.people.content
    const statuses = (await Promise.all(Array.from({ length: 20 }, () => signIn(email, 'wrong password')))).map((one) => one.status)
    expect(statuses.filter((status) => status === 401).length).toBe(5)
    expect(statuses.filter((status) => status === 429).length).toBe(15)
  })

  test('an address without an account locks in the same words', async () => {
    const email = 'ghost@nowhere.example'
    for (let n = 0; n < 5; n += 1) expect((await signIn(email, 'wrong password')).status).toBe(401)
    expect((await signIn(email, 'wrong password')).status).toBe(429)
  })
})
