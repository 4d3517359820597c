import http, { type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { safeFetch, type Outgoing } from '@/platform/outgoing/safe-fetch'
import type { Reach } from '@/platform/outgoing/public-address'

// A canary nobody may reach, and a server that stands for the other side where loopback is allowed.
let hits = 0
let canary: Server
let other: Server
const portOf = (server: Server) => (server.address() as AddressInfo).port
const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

beforeAll(async () => {
  canary = http.createServer((_, answer) => {
    hits += 1
    answer.end('secret')
  })
  other = http.createServer((request, answer) => {
    const path = request.url ?? ''
    if (path.startsWith('/to/'))
      return void answer.writeHead(Number(path.slice(4, 7)), { location: decodeURIComponent(path.slice(8)) }).end()
    if (path === '/endless') return void setInterval(() => answer.write(Buffer.alloc(100_000)), 1).unref()
    if (path === '/slow') return void answer.write('a')
    if (path === '/echo') return void answer.end(JSON.stringify({ method: request.method, headers: request.headers }))
    answer.end('fine')
  })
  await Promise.all([listen(canary), listen(other)])
})
afterAll(() => {
  for (const server of [canary, other]) {
    server.closeAllConnections()
    server.close()
  }
})

const strict: Reach = { allowLoopback: false }
const loose: Reach = { allowLoopback: true }
const fetched = (outgoing: Outgoing, reach: Reach = strict) => safeFetch({ timeoutMs: 1_500, ...outgoing }, reach)

describe('4.8: addresses that are never called', () => {
  const forms = (port: number) =>
    [
      ...[
        '127.0.0.1',
        '0',
        '0.0.0.0',
        '2130706433',
        '0x7f.1',
        '017700000001',
        '127.1',
        '[::1]',
        '[::]',
        '[::ffff:127.0.0.1]',
        '[::7f00:1]',
      ],
      ...[
        '[64:ff9b::7f00:1]',
        '[fd00::1]',
        '[fe80::1]',
        '169.254.169.254',
        '100.64.0.1',
        '10.0.0.1',
        '192.168.1.1',
        '172.16.0.1',
        'localhost',
        'localhost.',
        'LOCALHOST',
      ],
    ].map((host) => `http://${host}:${port}/`)

  test('directly, whatever way they are written', async () => {
    for (const url of forms(portOf(canary)))
      await expect(fetched({ url })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
    for (const url of [
      'http://user@127.0.0.1/',
      '//127.0.0.1',
      'file:///etc/passwd',
      'gopher://x/',
      'ftp://x/',
      'data:text/plain,x',
      'jar:http://x!/',
      'unix:/x',
    ])
      await expect(fetched({ url })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
    expect(hits).toBe(0)
  })

  test('by a name that leads there, wholly or in part, and not by a name that changes its mind', async () => {
    const port = portOf(canary)
    const names = [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['169.254.169.254'], ['fd00::1'], []]
    for (const addresses of names) {
      const resolve = () =>
        Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))
      await expect(
        fetched({ url: `http://name.example:${port}/` }, { allowLoopback: false, resolve }),
      ).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
    }
    // First loopback (allowed here), then the canary's name: the connection stays with what was checked.
    let asked = 0
    const resolve = () => Promise.resolve([{ address: (asked += 1) === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }])
    const answer = await fetched({ url: `http://rebind.example:${portOf(other)}/` }, { allowLoopback: true, resolve })
    expect([answer.body.toString(), asked]).toEqual(['fine', 1])
    expect(hits).toBe(0)
  })

  test.each([301, 302, 303, 307, 308])('by a redirect with %i', async (status) => {
    for (const target of [
      'http://169.254.169.254/latest/meta-data',
      'http://10.0.0.1/',
      'file:///etc/passwd',
      'http://[fd00::1]/',
    ]) {
      const url = `http://127.0.0.1:${portOf(other)}/to/${status}/${encodeURIComponent(target)}`
      await expect(fetched({ url, redirects: 3 }, loose)).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
    }
  })

  test.each([22, 25, 5432, 6379, 3000])('on port %i of a public address', async (port) => {
    await expect(fetched({ url: `http://93.184.216.34:${port}/` })).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' })
  })
})

describe('4.8: the other side cannot hurt us', () => {
  const url = (path: string) => `http://127.0.0.1:${portOf(other)}${path}`

  test.each(['/endless', '/slow'])('%s ends by itself, and says nothing', async (path) => {
    await expect(fetched({ url: url(path), timeoutMs: 400 }, loose)).rejects.toMatchObject({ code: 'ADDRESS_SILENT' })
  })

  test('redirects end, and are not followed unless asked for', async () => {
    const loop = url(`/to/302/${encodeURIComponent('/to/302/x')}`)
    await expect(fetched({ url: loop, redirects: 1 }, loose)).rejects.toMatchObject({ code: 'ADDRESS_SILENT' })
    expect((await fetched({ url: loop }, loose)).status).toBe(302)
  })

  test('a redirect to another origin gets none of our headers and no body', async () => {
    const to = `http://localhost:${portOf(other)}/echo`
    const answer = await fetched(
      {
        url: url(`/to/307/${encodeURIComponent(to)}`),
        method: 'POST',
        body: 'x',
        headers: { 'tf-signature': 's' },
        redirects: 1,
      },
      loose,
    )
    const seen = JSON.parse(answer.body.toString()) as { method: string; headers: Record<string, string> }
    expect(seen.method).toBe('POST')
    expect(seen.headers).not.toHaveProperty('tf-signature')
    expect(seen.headers['content-length'] ?? '0').toBe('0')
  })

  test('a header with a line break is not sent', async () => {
    await expect(fetched({ url: url('/echo'), headers: { 'x-a': 'b\r\nx-c: d' } }, loose)).rejects.toMatchObject({
      code: 'ADDRESS_SILENT',
    })
  })
})
