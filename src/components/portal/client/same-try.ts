import type { ApiAnswer, ApiCall } from '@/components/portal/client/api'

/** One try of a request: what it asks, and the idempotency key (S18) under which it may be asked again. */
export interface Try {
  what: string
  key: string
}

/** The key of a request: that of the last try while its fate is unknown and the same is asked again, else a new one. */
export function keyFor(last: Try | null, path: string, { method = 'POST', body }: ApiCall): Try {
  const what = `${method} ${path} ${JSON.stringify(body) ?? ''}`
  return last?.what === what ? last : { what, key: crypto.randomUUID() }
}

/**
 * Whether the request may have been done although its answer does not say so: the connection broke, a server in between
 * gave up, or the first try is still running. A refusal was rolled back, so asking again is a new request.
 */
export function leavesOpen(answer: ApiAnswer<unknown>): boolean {
  if (answer.ok) return false
  const { status, code } = answer.problem
  return status === 0 || status >= 500 || code === 'KEY_IN_FLIGHT'
}
