import type { Payload, SanitizedConfig } from 'payload'
import { authorizationOf } from './http'

/** A message as a client reads it. */
export type Told = { id: string | null; event: string; data: Record<string, unknown> }

/** A stream as a client holds it. */
export type Watched = {
  status: number
  headers: Headers
  told: Told[]
  /** Waits until a message fits; rejects after five seconds. */
  until(fits: (told: Told) => boolean): Promise<Told>
  /** Waits until the server ended the stream; rejects after five seconds (the promise of the product). */
  ended: Promise<void>
  /** The client goes away. */
  leave(): Promise<void>
}

const PATIENCE_MS = 5_000

/** Opens a stream through what stands in front of Payload's handlers, with the token of a session or an API key. */
export async function watch(payload: Payload, channel: string, token: string, headers: Record<string, string> = {}): Promise<Watched> {
  const { handleEndpoints } = await import('payload')
  const { guarded } = await import('@/platform/http/guarded')
  const request = new Request(`http://localhost:3000/api/v1/stream?channel=${encodeURIComponent(channel)}`, { headers: { authorization: authorizationOf(token), ...headers } })
  const response = await guarded((one) => handleEndpoints({ config: payload.config as SanitizedConfig, request: one }))(request)
  if (response.status !== 200 || !response.body) throw Object.assign(new Error(await response.text()), { status: response.status })
  return reading(response, response.body)
}

/** What a stream is refused with. */
export async function refusedWatch(payload: Payload, channel: string, token: string, headers: Record<string, string> = {}): Promise<{ status: number; message: string }> {
  try {
    const stream = await watch(payload, channel, token, headers)
    await stream.leave()
    return { status: 200, message: '' }
  } catch (error) {
    const { status = 0, message } = error as Error & { status?: number }
    return { status, message: message.startsWith('{') ? (JSON.parse(message) as { error: { message: string } }).error.message : message }
  }
}

function reading(response: Response, body: ReadableStream<Uint8Array>): Watched {
  const told: Told[] = []
  const waiting = new Set<() => void>()
  const reader = body.getReader()
  const done = (async () => {
    const decoder = new TextDecoder()
    let text = ''
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      text += decoder.decode(piece.value, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      told.push(...parts.flatMap(messageOf))
      waiting.forEach((look) => look())
    }
  })()
  const patiently = async <T>(wish: Promise<T>, what: string): Promise<T> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`${what} within ${PATIENCE_MS} ms; told: ${JSON.stringify(told)}`)), PATIENCE_MS)))
    return Promise.race([wish, late]).finally(() => clearTimeout(timer))
  }
  const until = (fits: (one: Told) => boolean) =>
    patiently(
      new Promise<Told>((resolve) => {
        const look = () => {
          const found = told.find(fits)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
      'Nothing came',
    )
  return {
    status: response.status,
    headers: response.headers,
    told,
    until,
    get ended() {
      return patiently(done, 'The stream did not end')
    },
    leave: async () => {
      await reader.cancel()
      await done
    },
  }
}

function messageOf(part: string): Told[] {
  const field = (name: string) => part.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
  const data = field('data')
  return data === undefined ? [] : [{ id: field('id') ?? null, event: field('event') ?? 'message', data: JSON.parse(data) as Record<string, unknown> }]
}
