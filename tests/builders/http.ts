import type { Payload, SanitizedConfig } from 'payload'
import { textOfPdf } from './pdf'

/** What came back: status, the parsed JSON body (another one as text) and the headers. */
export type Answer<T = unknown> = { status: number; body: T; headers: Headers }

export type RequestOptions = { body?: unknown; token?: string; headers?: Record<string, string> }

/**
 * Sends a request through Payload's own router in this process: authentication, endpoints and error handling are the
 * real ones. `path` begins with `/api`.
 */
export async function send<T = { success?: boolean; data?: never }>(payload: Payload, method: string, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const { handleEndpoints } = await import('payload')
  const { body, token, headers = {} } = options
  const request = new Request(`http://localhost:3000${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: authorizationOf(token) } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await handleEndpoints({ config: payload.config as SanitizedConfig, request })
  return { status: response.status, body: (await bodyOf(response)) as T, headers: response.headers }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return null
  return response.headers.get('content-type')?.includes('json') === false ? text : JSON.parse(text)
}

/** The header of a session token, or of an API key. */
export function authorizationOf(token: string): string {
  return `${token.startsWith('tf_live_') ? 'Bearer' : 'JWT'} ${token}`
}

/** What an answer says, a PDF by its text; a stream, which never ends by itself, is left after a moment. */
export async function heardOf(response: Response): Promise<string> {
  if (response.headers.get('content-type') === 'application/pdf') return textOfPdf(Buffer.from(await response.arrayBuffer()))
  if (!response.body || !response.headers.get('content-type')?.includes('event-stream')) return response.text()
  const reader = response.body.getReader()
  const leaving = setTimeout(() => void reader.cancel(), LISTEN_MS)
  const pieces: Uint8Array[] = []
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) pieces.push(piece.value)
  clearTimeout(leaving)
  return Buffer.concat(pieces).toString()
}

const LISTEN_MS = 300

/** Sends a request through what stands in front of Payload's handlers too, as the address of the server would. */
export async function knock(payload: Payload, request: Request): Promise<Answer<{ error?: { code: string; message: string }; errors?: { message: string }[]; docs?: unknown[]; limit?: number }>> {
  const { handleEndpoints } = await import('payload')
  const { guarded } = await import('@/platform/http/guarded')
  const response = await guarded((one) => handleEndpoints({ config: payload.config as SanitizedConfig, request: one }))(request)
  const text = await heardOf(response)
  return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as never, headers: response.headers }
}
