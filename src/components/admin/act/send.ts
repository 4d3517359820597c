/** What the API answered: its data, or one sentence and what belongs to which field. `isLost`: nobody knows whether it was done; `isSignedOut`: the session ended meanwhile. */
export type Answer<T = unknown> = { ok: true; data: T } | { ok: false; message: string; wrong: Readonly<Record<string, string>>; isLost?: true; isSignedOut?: true }

interface Envelope {
  success: boolean
  data?: unknown
  error?: { code?: string; message: string; details?: { path?: string; message?: string }[] }
}

/** A key that makes a repeated click harmless: the same form opened once performs once. */
export const newKey = (): string => crypto.randomUUID()

/** One sending of a form: under which key, what, and whether an answer came. */
export interface Sent {
  key: string
  body: string
  isAnswered: boolean
}

/** The key of a form's next sending: the last one while the same body waits for its answer, because it may have been done; else a new one. */
export function keyFor(last: Sent | null, body: string): string {
  return last && !last.isAnswered && last.body === body ? last.key : newKey()
}

/** Asks /api/v1, the door programs use too. Never throws: a broken connection is an answer like any other. */
export async function send<T = unknown>(path: string, { method = 'POST', body, key }: { method?: string; body?: unknown; key?: string } = {}): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (response.status === 204) return { ok: true, data: null as T }
    const envelope = (await response.json()) as Envelope
    return envelope.success ? { ok: true, data: envelope.data as T } : refusalOf(envelope)
  } catch {
    return { ok: false, message: 'The server did not answer. Try again in a moment; nothing is done twice.', wrong: {}, isLost: true }
  }
}

/** A list of the generated API, for pickers. An empty list when it refuses or cannot be reached. */
export async function findDocs<T>(collection: string, query: URLSearchParams): Promise<T[]> {
  try {
    const response = await fetch(`/api/${collection}?${query.toString()}`)
    return response.ok ? ((await response.json()) as { docs: T[] }).docs : []
  } catch {
    return []
  }
}

function refusalOf({ error }: Envelope): Answer<never> {
  const details = (error?.details ?? []).filter((one) => one.path && one.message)
  return {
    ok: false,
    message: error?.message ?? 'That did not work.',
    wrong: Object.fromEntries(details.map(({ path, message }) => [path ?? '', message ?? ''])),
    ...(error?.code === 'UNAUTHENTICATED' ? { isSignedOut: true } : {}),
  }
}
