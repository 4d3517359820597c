import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { isDomainError, refuse } from '@/kernel/errors'
import { env } from '@/platform/env'
import { publicAddress, type Address, type Reach } from '@/platform/outgoing/public-address'

/** A request to somebody else's server. */
export interface Outgoing {
  url: string
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
  headers?: Readonly<Record<string, string>>
  body?: string | Buffer
  /** For all of it, redirects and body included; 10 seconds when left out. */
  timeoutMs?: number
  /** Of the answer's body; 1 MB when left out. */
  maxBytes?: number
  /** How many redirects are followed, each checked like the first address; none when left out. */
  redirects?: number
}

/** What came back. */
export interface Incoming {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
  /** Where the answer came from, after redirects. */
  url: string
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * The only way out to addresses that people enter (4.8). Names are resolved once and the connection goes to exactly the
 * address that was checked. ADDRESS_REFUSED when it may not be called, ADDRESS_SILENT for everything that went wrong on
 * the way; neither says what was found there.
 */
export async function safeFetch(
  outgoing: Outgoing,
  reach: Reach = { allowLoopback: env.ALLOW_LOOPBACK },
): Promise<Incoming> {
  const signal = AbortSignal.timeout(outgoing.timeoutMs ?? 10_000)
  try {
    return await follow(outgoing, reach, signal, outgoing.redirects ?? 0)
  } catch (error) {
    if (isDomainError(error)) throw error
    return refuse('ADDRESS_SILENT', {})
  }
}

async function follow(outgoing: Outgoing, reach: Reach, signal: AbortSignal, left: number): Promise<Incoming> {
  const url = URL.canParse(outgoing.url) ? new URL(outgoing.url) : refuse('ADDRESS_REFUSED', {})
  const address = await unlessAborted(publicAddress(url, reach), signal)
  const answer = await send(url, address, outgoing, signal)
  const { location } = answer.headers
  if (!REDIRECTS.has(answer.status) || !location || (outgoing.redirects ?? 0) === 0) return answer
  if (left === 0 || !URL.canParse(location, url)) return refuse('ADDRESS_SILENT', {})
  return follow(redirected(outgoing, url, new URL(location, url), answer.status), reach, signal, left - 1)
}

// Another origin gets none of our headers, they may hold secrets; a changed method loses its body (fetch standard).
function redirected({ body, ...outgoing }: Outgoing, from: URL, to: URL, status: number): Outgoing {
  const keeps = status === 307 || status === 308
  const headers = from.origin === to.origin ? outgoing.headers : undefined
  return {
    ...outgoing,
    url: to.href,
    headers: headers ?? {},
    ...(keeps && from.origin === to.origin && body !== undefined ? { body } : {}),
    ...(keeps ? {} : { method: outgoing.method === 'HEAD' ? 'HEAD' : 'GET' }),
  }
}

async function send(url: URL, address: Address, outgoing: Outgoing, signal: AbortSignal): Promise<Incoming> {
  const { method = 'GET', body, maxBytes = 1_000_000 } = outgoing
  const headers = { 'accept-encoding': 'identity', 'user-agent': 'Thoroughfare', ...outgoing.headers }
  const options: RequestOptions = {
    method,
    headers,
    signal,
    agent: false,
    lookup: pinnedTo(address),
    maxHeaderSize: 16_384,
  }
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, options, resolve)
    request.on('error', reject)
    request.end(body)
  })
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    body: await bodyOf(answer, maxBytes),
    url: url.href,
  }
}

async function bodyOf(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > maxBytes) {
      answer.destroy()
      throw new Error('The answer is too long.')
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

type Lookup = NonNullable<RequestOptions['lookup']>

function pinnedTo({ address, family }: Address): Lookup {
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('That took too long.')), { once: true })
    work.then(resolve, reject)
  })
}
