import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { offerApi, type ApiHandler } from '@/platform/web/api-handlers'
import { answeredByApi } from '@/platform/web/api-door'

const NEXT = 'left to next'
let server: Server
let port: number
let aborted: Promise<void>
let say: () => void

const echo: ApiHandler = async (request, { params }) =>
  Response.json(
    { method: request.method, url: request.url, slug: (await params).slug, body: await request.text(), languages: request.headers.get('accept-language') },
    { status: 201, headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2'], ['x-request-id', 'known-id']] },
  )

beforeAll(async () => {
  aborted = new Promise((resolve) => (say = resolve))
  server = createServer((req, res) => {
    if (!answeredByApi(req, res, 4711)) res.end(NEXT)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

type Heard = { status: number; headers: IncomingMessage['headers']; bytes: Buffer }

function send(method: string, path: string, options: { headers?: Record<string, string>; body?: string } = {}): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const req = ask({ host: '127.0.0.1', port, method, path, headers: options.headers ?? {} }, (res) => {
      const pieces: Buffer[] = []
      res.on('data', (piece: Buffer) => pieces.push(piece))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, bytes: Buffer.concat(pieces) }))
      res.on('error', reject)
    })
    req.on('error', reject)
    req.end(options.body)
  })
}

describe('the door of /api/v1 in front of Next', () => {
  test('leaves everything to Next until the route was loaded', async () => {
    expect((await send('GET', '/api/v1/orders')).bytes.toString()).toBe(NEXT)
    offerApi({ GET: long, POST: echo, PATCH: echo, PUT: echo, DELETE: broken })
  })

  test('hands on method, address, headers and body, and answers with status, cookies and the security headers', async () => {
    const { status, headers, bytes } = await send('POST', '/api/v1/orders/a%20b?x=1', { headers: { 'accept-language': 'de' }, body: '{"é":1}' })
    expect(status).toBe(201)
    expect(JSON.parse(bytes.toString())).toEqual({
      method: 'POST',
      url: 'http://localhost:4711/api/v1/orders/a%20b?x=1',
      slug: ['v1', 'orders', 'a b'],
      body: '{"é":1}',
      languages: 'de',
    })
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(headers).toMatchObject({ 'x-request-id': 'known-id', 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' })
    expect(headers['content-length']).toBe(String(bytes.length))
  })

  test.each([
    ['HEAD', '/api/v1/orders'],
    ['OPTIONS', '/api/v1/orders'],
    ['POST', '/api/orders'],
    ['POST', '/api/v1'],
    ['POST', '/api/v1/orders/'],
    ['POST', '/api/v1//orders'],
    ['POST', '/api/v1/../graphql'],
    ['POST', '/api/v1/%E0%A4%A'],
    ['POST', '/dealer/api/v1/orders'],
  ])('%s %s is Next’s', async (method, path) => {
    expect((await send(method, path)).headers['x-frame-options']).toBeUndefined()
  })

  test('packs what is long for whoever unpacks it', async () => {
    const { headers, bytes } = await send('GET', '/api/v1/long', { headers: { 'accept-encoding': 'gzip' } })
    expect(headers['content-encoding']).toBe('gzip')
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(LONG)
    expect((await send('GET', '/api/v1/long')).bytes.toString()).toBe(JSON.stringify(LONG))
  })

  test('sends a stream piece by piece, and tells it when whoever asked went away', async () => {
    const req = ask({ host: '127.0.0.1', port, path: '/api/v1/stream', headers: { 'accept-encoding': 'gzip' } })
    const first = new Promise<string>((resolve) => {
      req.on('response', (res: IncomingMessage) => res.once('data', (piece: Buffer) => resolve(piece.toString())))
    })
    req.on('error', () => undefined)
    req.end()
    expect(await first).toBe('data: 1\n\n')
    req.destroy()
    await aborted
  })

  test('a body that breaks while it is sent ends the connection: nobody takes half an answer for a whole one', async () => {
    await expect(send('DELETE', '/api/v1/orders')).rejects.toThrow()
  })
})

const LONG = { rows: Array.from({ length: 500 }, (_, at) => ({ at, name: 'a row like any other' })) }

const long: ApiHandler = async (request) => {
  if (!request.url.endsWith('/stream')) return Response.json(LONG)
  request.signal.addEventListener('abort', () => say())
  const body = new ReadableStream<Uint8Array>({ start: (out) => out.enqueue(Buffer.from('data: 1\n\n')) })
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' } })
}

const broken: ApiHandler = async () => {
  let pulled = 0
  const body = new ReadableStream<Uint8Array>({
    pull(out) {
      if (pulled++ === 0) out.enqueue(Buffer.from('half'))
      else out.error(new Error('the rest is lost'))
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/csv' } })
}
