import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { Answer } from '@tests/builders/http'
import type { Network } from '@tests/builders/network'

type Http = typeof import('@tests/builders/http')
type Store = typeof import('@/platform/limits/store')

let network: Network
let http: Http
let store: Store

// The figures are read with the configuration, so nothing of ours may be imported before.
beforeAll(async () => {
  process.env.RATE_LIMITS =
    'general:40/3600,burst:30/10,anonymous:60/3600,login:4/60,recovery:6/3600,account:2/3600,search:5/60,export:2/3600,upload:2/3600,megabytes:30/86400'
  http = await import('@tests/builders/http')
  store = await import('@/platform/limits/store')
  const { aNetwork } = await import('@tests/builders/network')
  network = await aNetwork()
})
afterAll(async () => store.closeLimits())

// Everybody begins anew: another address and other people for each test would hide what leaks between them.
beforeEach(async () => {
  const { ownerQuery } = await import('@tests/setup/database')
  const { forgetTallies } = await import('@/platform/limits/tally')
  const { forgetFigures } = await import('@/platform/limits/figures')
  await ownerQuery('truncate rate_limits')
  forgetTallies()
  forgetFigures()
})

const tokenOf = async (user: string) => {
  const { openSession } = await import('@/platform/access/sign-in')
  return (await openSession(network.payload, user)).token
}
const address = (ip: string) => ({ 'x-forwarded-for': ip })
const times = async (n: number, ask: () => Promise<Answer>) => {
  const answers: Answer[] = []
  for (let at = 0; at < n; at += 1) answers.push(await ask())
  return answers
}
const full = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 429).length
const restRequest = (token: string, path: string) =>
  new Request(`http://localhost:3000/api${path}`, { headers: { authorization: `JWT ${token}` } })

describe('6.5: requests of a person', () => {
  test('are counted, said on each answer, and refused in our envelope once it is enough', async () => {
    const token = await tokenOf(network.d1.buyer.user)
    const answers = await times(32, () => http.send(network.payload, 'GET', '/api/v1/auth/me', { token }))
    expect(answers[0]?.headers.get('ratelimit-limit')).toBe('40')
    expect(answers[1]?.headers.get('ratelimit-remaining')).toBe('38')
    expect(Number(answers[1]?.headers.get('ratelimit-reset'))).toBeGreaterThan(3_500)
    expect(full(answers)).toBe(2)
    const last = answers.at(-1)
    expect(last?.body).toMatchObject({
      success: false,
      error: { code: 'TOO_MANY', message: expect.stringMatching(/^Too many requests; try again in \d+ seconds\.$/) },
    })
    expect(last?.headers.get('retry-after')).toBe(last?.headers.get('ratelimit-reset'))
    expect(last?.headers.get('ratelimit-remaining')).toBe('0')
    // Somebody else of the same dealer is not concerned.
    const other = await tokenOf(network.d1.admin.user)
    expect((await http.send(network.payload, 'GET', '/api/v1/auth/me', { token: other })).status).toBe(200)
  })

  test("count at our routes, at Payload's and at GraphQL together, and the other processes hear of them", async () => {
    const token = await tokenOf(network.people.admin.user)
    await times(10, () => http.send(network.payload, 'GET', '/api/v1/auth/me', { token }))
    const rest = await http.knock(network.payload, restRequest(token, '/brands'))
    expect([rest.status, rest.headers.get('ratelimit-remaining')]).toEqual([200, '29'])
    const { flushTallies, forgetTallies } = await import('@/platform/limits/tally')
    await flushTallies()
    forgetTallies()
    const key = `general:person:${network.people.admin.user}`
    expect((await store.addPoints(key, 0, 3_600)).points).toBe(11)
    await times(2, () => http.send(network.payload, 'GET', '/api/v1/auth/me', { token }))
    await flushTallies()
    const next = await http.send(network.payload, 'GET', '/api/v1/auth/me', { token })
    expect(next.headers.get('ratelimit-remaining')).toBe('26')
  })

  test('have the figures their organization sets, and no round trip for each', async () => {
    const { setSetting } = (await import('@/domain/registry')).core
    const { perform } = await import('@/platform/perform')
    const token = await tokenOf(network.d2.buyer.user)
    await perform(
      setSetting,
      { key: 'limits.searchesPerMinute', value: 8, organization: network.d2.party },
      await network.caller(network.people.admin),
    )
    const answers = await times(10, () =>
      http.send(network.payload, 'GET', '/api/v1/products/search?q=a&count=false', { token }),
    )
    expect(full(answers)).toBe(2)
    expect(answers[0]?.headers.get('ratelimit-limit')).toBe('8')
    const others = await tokenOf(network.d1.buyer.user)
    expect(
      full(await times(7, () => http.send(network.payload, 'GET', '/api/v1/products/search?q=a', { token: others }))),
    ).toBe(2)
  })
})

describe('6.5: strangers', () => {
  const login = (ip: string, email = 'nobody@nowhere.example') =>
    http.send(network.payload, 'POST', '/api/v1/auth/login', {
      body: { email, password: 'wrong-wrong-wrong' },
      headers: address(ip),
    })

  test('sign-in counts per address at both doors, also when many come at once; another address goes on', async () => {
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, n) => login('198.51.100.1', `nobody${n}@nowhere.example`)),
    )
    expect(full(many)).toBe(4)
    const atPayload = new Request('http://localhost:3000/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...address('198.51.100.1') },
      body: JSON.stringify({ email: 'nobody@nowhere.example', password: 'wrong-wrong' }),
    })
    expect((await http.knock(network.payload, atPayload)).status).toBe(429)
    expect((await login('198.51.100.2')).status).toBe(401)
  })

  test('one IPv6 customer is one sender', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => login(`2001:db8:1:1::${n + 1}`)))
    expect(full(answers)).toBe(4)
    expect((await login('2001:db8:1:2::1')).status).toBe(401)
  })

  test('forgotten passwords: known and unknown addresses are refused alike after two', async () => {
    const forgot = (email: string, ip: string) =>
      http.send(network.payload, 'POST', '/api/v1/auth/forgot-password', { body: { email }, headers: address(ip) })
    const known = await times(3, () => forgot(network.d1.buyer.email, '198.51.100.3'))
    const unknown = await times(3, () => forgot('nobody@nowhere.example', '198.51.100.4'))
    expect(known.map(({ status }) => status)).toEqual([202, 202, 429])
    expect(unknown.map(({ status }) => status)).toEqual([202, 202, 429])
  })

  test('keys that do not exist use up what their address may ask for', async () => {
    const guess = (n: number) => {
      const key = `tf_live_${String(n).padStart(8, 'a')}_${'x'.repeat(32)}`
      return http.knock(
        network.payload,
        new Request('http://localhost:3000/api/brands', {
          headers: { authorization: `Bearer ${key}`, ...address('198.51.100.5') },
        }),
      )
    }
    let n = 0
    const answers = await times(70, () => guess((n += 1)))
    expect(answers.slice(0, 60).every(({ status }) => status === 401)).toBe(true)
    expect(full(answers)).toBeGreaterThanOrEqual(8)
  })
})

describe('6.5: uploads', () => {
  test('are counted by number and by size', async () => {
    const token = await tokenOf(network.people.content.user)
    const upload = (megabytes: number) =>
      http.knock(
        network.payload,
        new Request('http://localhost:3000/api/media', {
          method: 'POST',
          headers: {
            authorization: `JWT ${token}`,
            'content-type': 'multipart/form-data; boundary=x',
            'content-length': String(megabytes * 1_000_000),
          },
          body: '--x--',
        }),
      )
    expect((await upload(20)).status).not.toBe(429)
    expect((await upload(20)).status).toBe(429)
  })
})

describe('the limiter is not a way to stop the product', () => {
  test('its table is not logged, and a store that is away lets each process count alone', async () => {
    const { ownerQuery } = await import('@tests/setup/database')
    const [table] = await ownerQuery<{ relpersistence: string }>(
      `select relpersistence from pg_class where relname = 'rate_limits'`,
    )
    expect(table?.relpersistence).toBe('u')
    await ownerQuery('alter table rate_limits rename to rate_limits_away')
    try {
      const answers = await times(6, () =>
        http.send(network.payload, 'POST', '/api/v1/auth/login', {
          body: { email: 'x@y.example', password: 'wrong-wrong' },
          headers: address('198.51.100.9'),
        }),
      )
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429, 429])
    } finally {
      await ownerQuery('alter table rate_limits_away rename to rate_limits')
    }
  })
})
