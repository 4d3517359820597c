/** What the API answered: its data, or one sentence and what belongs to which field. */
export type Answer<T = unknown> = { ok: true; data: T } | { ok: false; message: string; wrong: Readonly<Record<string, string>> }

interface Envelope {
  success: boolean
  data?: unknown
  error?: { message: string; details?: { path?: string; message?: string }[] }
}

/** A key that makes a repeated click harmless: the same form opened once performs once. */
export const newKey = (): string => crypto.randomUUID()

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
    return { ok: false, message: 'The server could not be reached. Nothing was changed; try again.', wrong: {} }
  }
}

/** A list of the generated API, for pickers. An empty list when it refuses. */
export async function findDocs<T>(collection: string, query: URLSearchParams): Promise<T[]> {
  const response = await fetch(`/api/${collection}?${query.toString()}`)
  return response.ok ? ((await response.json()) as { docs: T[] }).docs : []
}

function refusalOf({ error }: Envelope): Answer<never> {
  const details = (error?.details ?? []).filter((one) => one.path && one.message)
  return {
    ok: false,
    message: error?.message ?? 'That did not work.',
    wrong: Object.fromEntries(details.map(({ path, message }) => [path ?? '', message ?? ''])),
  }
}
