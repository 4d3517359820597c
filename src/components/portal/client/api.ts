/** What `/api/v1` refuses with. */
export interface ApiProblem {
  code: string
  message: string
  details: readonly { path?: string; message: string }[]
  status: number
}

/** An answer of `/api/v1`: data, or the problem in words. */
export type ApiAnswer<T> = { ok: true; data: T; meta?: Record<string, unknown> } | { ok: false; problem: ApiProblem }

export interface ApiCall {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
  /** The organization the person acts for (slug). */
  organization?: string | undefined
  /** Makes a repetition harmless: the same key answers the same. */
  idempotencyKey?: string | undefined
}

/** Told to the window when a request was refused because nobody is signed in any more. */
export const SIGNED_OUT = 'portal:signed-out'

interface Envelope {
  success?: boolean
  data?: unknown
  meta?: Record<string, unknown>
  error?: Omit<ApiProblem, 'status'>
}

/** Calls our own API with the session cookie: the same door as programs use. A lost connection is a problem in words too. */
export async function api<T>(path: string, { method = 'GET', body, organization, idempotencyKey }: ApiCall = {}): Promise<ApiAnswer<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(organization ? { 'X-Organization': organization } : {}),
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return heard(await answerOf<T>(response))
  } catch {
    return { ok: false, problem: { code: 'OFFLINE', message: 'The server cannot be reached; check the connection and try again.', details: [], status: 0 } }
  }
}

function heard<T>(answer: ApiAnswer<T>): ApiAnswer<T> {
  if (!answer.ok && answer.problem.code === 'UNAUTHENTICATED') window.dispatchEvent(new Event(SIGNED_OUT))
  return answer
}

async function answerOf<T>(response: Response): Promise<ApiAnswer<T>> {
  // A proxy answers with a page of its own: that it is none of ours is told below.
  const envelope = (await response.json().catch(() => ({}))) as Envelope
  if (response.ok && envelope.success) return { ok: true, data: envelope.data as T, ...(envelope.meta ? { meta: envelope.meta } : {}) }
  const unknown = { code: 'UNKNOWN', message: 'That did not work; try again in a moment.', details: [] }
  return { ok: false, problem: { ...unknown, ...envelope.error, status: response.status } }
}
