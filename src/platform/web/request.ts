import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

/**
 * Node's request as the web's: same method, headers and body; its address is that of this server, as Next gives it. Its
 * signal aborts when whoever asked goes away before the answer is whole.
 */
export function requestOf(req: IncomingMessage, res: ServerResponse, port: number): Request {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const init: RequestInit & { duplex?: 'half' } = { method: req.method ?? 'GET', headers: headersOf(req), signal: gone.signal }
  if (req.method !== 'GET') {
    init.body = Readable.toWeb(req) as ReadableStream<Uint8Array>
    init.duplex = 'half'
  }
  return new Request(`http://localhost:${port}${req.url ?? '/'}`, init)
}

function headersOf(req: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  return headers
}
