import { beforeAll, describe, expect, test } from '@jest/globals'

import { openSession } from '@/platform/access/sign-in'
import { knock } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'

let network: Network
let token: string

beforeAll(async () => {
  network = await aNetwork()
  token = (await openSession(network.payload, network.people.admin.user)).token
})

type Init = {
  method?: string
  body?: string | ReadableStream<Uint8Array>
  type?: string | null
  headers?: Record<string, string>
  query?: string
}

const ask = (
  path: string,
  { method = 'GET', body, type = 'application/json', headers = {}, query = '' }: Init = {},
) => {
  const init: RequestInit & { duplex: 'half' } = {
    duplex: 'half',
    method,
    headers: {
      authorization: `JWT ${token}`,
      ...(body === undefined || type === null ? {} : { 'content-type': type }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  }
  return knock(network.payload, new Request(`http://localhost:3000/api${path}${query}`, init))
}

const refusedAs = async (asked: ReturnType<typeof ask>, status: number, word: RegExp) => {
  const { status: got, body } = await asked
  expect([got, body.error?.message ?? body.errors?.[0]?.message]).toEqual([status, expect.stringMatching(word)])
}

// Endless bytes without a length; counts what was really taken.
function endless(piece: string) {
  const taken = { bytes: 0 }
  const bytes = new TextEncoder().encode(piece)
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += bytes.length
      controller.enqueue(bytes)
    },
  })
  return { stream, taken }
}

describe('PF10, 4.7: bodies', () => {
  test.each(['/v1/brands', '/brands'])('100 MB announced for %s are refused unread', async (path) => {
    await refusedAs(
      ask(path, { method: 'POST', body: '{}', headers: { 'content-length': '100000000' } }),
      413,
      /larger than 1 MB/,
    )
    await refusedAs(ask(path, { method: 'POST', body: '{}', headers: { 'content-length': 'x' } }), 413, /larger than/)
  })

  test.each(['/v1/auth/login', '/brands', '/graphql'])(
    'a body without a length for %s is counted while it is read',
    async (path) => {
      const { stream, taken } = endless(' '.repeat(100_000))
      await refusedAs(ask(path, { method: 'POST', body: stream }), 413, /larger than 1 MB/)
      expect(taken.bytes).toBeLessThan(2_000_000)
    },
  )

  test('a gigabyte of files without a length ends after 25 MB, and 10,000 parts after 50', async () => {
    const boundary = 'b0undary'
    const type = `multipart/form-data; boundary=${boundary}`
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`
    const { stream, taken } = endless(head + 'x'.repeat(1_000_000))
    const { status } = await ask('/media', { method: 'POST', body: stream, type })
    expect([400, 413]).toContain(status)
    expect(taken.bytes).toBeLessThan(30_000_000)
    const parts = Array.from(
      { length: 10_000 },
      (_, n) => `--${boundary}\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\nx\r\n`,
    ).join('')
    const many = await ask('/media', { method: 'POST', body: `${parts}--${boundary}--`, type })
    expect([400, 413]).toContain(many.status)
  })

  test.each(['/v1/orders', '/brands', '/graphql'])(
    'JSON 100,000 levels deep, or of a million keys, is refused by %s',
    async (path) => {
      await refusedAs(
        ask(path, { method: 'POST', body: `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}` }),
        400,
        /nested deeper/,
      )
      await refusedAs(
        ask(path, { method: 'POST', body: `{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}` }),
        400,
        /nested deeper/,
      )
      const keys = `{${Array.from({ length: 90_000 }, (_, n) => `"k${n}":1`).join()}}`
      await refusedAs(ask(path, { method: 'POST', body: keys }), 413, /larger than 20000/)
      const { status } = await ask(path, { method: 'POST', body: '{"name":"a","name":"b","__proto__":{"admin":true}}' })
      expect([400, 403, 422]).toContain(status)
    },
  )

  test.each(['{', '[1', '"', 'nul', '{"a":1}}', '\u0000'])('%j is no JSON and no fault of ours', async (body) => {
    for (const path of ['/v1/orders', '/brands', '/graphql', '/users/login'])
      expect((await ask(path, { method: 'POST', body })).status).toBe(400)
  })
})

describe('4.6: what another site could send (CSRF)', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/csp-report', 'text/json', ''])(
    'a write as %j is refused',
    async (type) => {
      for (const path of ['/v1/orders', '/brands', '/graphql', '/users/login'])
        await refusedAs(
          ask(path, { method: 'POST', body: '{"name":"x"}', ...(type === '' ? { type: null } : { type }) }),
          400,
          /application\/json/,
        )
    },
  )

  test('a method in a header is for long filters only, and nothing is changed by GET', async () => {
    for (const name of ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override']) {
      await refusedAs(
        ask('/brands', { method: 'POST', body: '{}', headers: { [name]: 'DELETE' } }),
        400,
        /Method-Override/,
      )
      await refusedAs(ask('/brands', { method: 'POST', body: '{', headers: { [name]: 'GET' } }), 400, /Method-Override/)
    }
    const filtered = await ask('/brands', {
      method: 'POST',
      body: 'limit=1',
      type: 'application/x-www-form-urlencoded',
      headers: { 'X-HTTP-Method-Override': 'GET' },
    })
    expect([filtered.status, filtered.body.limit]).toEqual([200, 1])
    for (const path of ['/payload-jobs/run', '/payload-jobs/handle-schedules', '/og'])
      expect((await ask(path)).status).toBe(404)
  })
})

describe('PF10, 4.7: queries', () => {
  const brands = (query: string) => ask('/brands', { query: `?${query}` })

  test('limit and depth are clamped, pages end', async () => {
    for (const limit of ['0', '1000000000']) expect((await brands(`limit=${limit}`)).body.limit).toBe(200)
    expect((await brands('pagination=false')).status).toBe(200)
    expect((await brands('depth=99')).status).toBe(200)
    expect((await brands('page=1000000000')).status).toBe(400)
    for (const limit of ['-1', 'abc', '1e999', 'NaN']) expect((await brands(`limit=${limit}`)).status).toBeLessThan(500)
  })

  test('a where with 10,000 branches, 200 levels or a very long value is refused', async () => {
    const branches = Array.from({ length: 10_000 }, (_, n) => `where[or][${n}][name][equals]=x`).join('&')
    await refusedAs(brands(branches), 413, /characters of query/)
    await refusedAs(
      brands(Array.from({ length: 150 }, (_, n) => `where[or][${n}][name][equals]=x`).join('&')),
      400,
      /conditions joined/,
    )
    await refusedAs(brands(`where${'[and][0]'.repeat(200)}[name][equals]=x`), 400, /levels/)
    await refusedAs(brands(`where[name][like]=${'%25'.repeat(3_000)}`), 400, /at most 2000 characters/)
    await refusedAs(brands(Array.from({ length: 501 }, (_, n) => `a${n}=`).join('&')), 400, /500 parameters/)
  })

  test('operators and fields that do not exist are refused, never a fault', async () => {
    const wrong = [
      'where[name][$gt]=1',
      'where[name][equals][x]=1',
      'where[nothing][equals]=1',
      'where=x',
      'where[name]=x',
      'where[or]=x',
      'where[or][0]=x',
      'where[name][nothing]=x',
    ]
    for (const query of wrong) expect([query, (await brands(query)).status]).toEqual([query, 400])
    for (const query of [
      'sort=nothing',
      'sort[]=name',
      'select=x',
      'select[name]=maybe',
      'populate=x',
      'joins=x',
      'locale=x',
      'where[and][0][name][equals]=x',
      'where[name][in][]=x',
    ])
      expect([query, (await brands(query)).status < 500]).toEqual([query, true])
  })
})

describe('4.5: what the fuzz found', () => {
  test('an address that cannot be read, or leads nowhere, is refused with our words', async () => {
    await refusedAs(ask('/v1/orders/%E0%A4%A'), 400, /begins no sign/)
    await refusedAs(ask('/brands/%E0%A4%A'), 400, /begins no sign/)
    for (const path of ['/v1/users//sessions', '/v1/orders//', '/nowhere/at/all'])
      await refusedAs(ask(path), 404, /was not found\.$/)
  })

  test('a part of a text is looked for in texts only', async () => {
    for (const query of ['where[shipTo][like]=x', 'where[shipTo][contains]=x'])
      expect([query, (await ask('/orders', { query: `?${query}` })).status]).toEqual([query, 400])
  })

  test('a condition compares by what the database knows, and a body is an object', async () => {
    for (const operator of ['all', 'near', 'within', 'intersects'])
      await refusedAs(ask('/orders', { query: `?where[number][${operator}]=1` }), 400, /compares by one of/)
    const near = '{ Brands(where: { name: { near: "1,1" } }) { totalDocs } }'
    const { status } = await ask('/graphql', { method: 'POST', body: JSON.stringify({ query: near }) })
    expect(status).toBe(400)
    await refusedAs(ask('/brands', { query: '?where[createdAt][equals][0]=' }), 400, /lists of values/)
    for (const body of ['0', 'null', '"x"', '[]'])
      await refusedAs(ask('/brands', { method: 'POST', body }), 400, /must be a JSON object/)
  })

  test('GraphQL compares with values, not with objects', async () => {
    for (const where of ['{ name: { equals: { a: 1 } } }', '{ OR: [{ name: { in: [["x"]] } }] }'])
      await refusedAs(
        ask('/graphql', {
          method: 'POST',
          body: JSON.stringify({ query: `{ Brands(where: ${where}) { totalDocs } }` }),
        }),
        400,
        /compares a field/,
      )
  })
})

describe('4.7: GraphQL', () => {
  const graphql = (query: unknown) => ask('/graphql', { method: 'POST', body: JSON.stringify(query) })

  test.each([
    ['50 levels', `{${'a{'.repeat(50)}b${'}'.repeat(50)}}`, /15 levels|cannot be read/],
    ['5,000 aliases', `{${Array.from({ length: 900 }, (_, n) => `a${n}:b`).join(' ')}}`, /aliases|cannot be read/],
    ['a fragment that contains itself', '{...f} fragment f on Query {a ...f}', /contains itself/],
    ['fragments in a circle', '{...f} fragment f on Query {...g} fragment g on Query {...f}', /contains itself/],
    [
      'fragments that multiply',
      `{...f0} ${Array.from({ length: 12 }, (_, n) => `fragment f${n} on Query {...f${n + 1} ...f${n + 1} ...f${n + 1}}`).join(' ')} fragment f12 on Query {a}`,
      /1000 fields/,
    ],
    ['100,000 braces', `${'{a'.repeat(9_000)}`, /cannot be read/],
  ])('%s', async (_, query, word) => {
    await refusedAs(graphql({ query }), 400, word)
  })

  test('a thousand queries at once, a long one, and none', async () => {
    await refusedAs(graphql(Array.from({ length: 1_000 }, () => ({ query: '{a}' }))), 400, /one query at a time/)
    await refusedAs(graphql({ query: `{a #${'x'.repeat(30_000)}\n}` }), 413, /characters of query/)
    await refusedAs(graphql({}), 400, /its query/)
  })
})
