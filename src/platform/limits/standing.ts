import type { Standing } from '@/platform/limits/count'

const standings = new WeakMap<object, Standing>()

/** Remembers where the sender of a request stands. */
export function keepStanding(request: object, standing: Standing): void {
  standings.set(request, standing)
}

/** Says on an answer where its sender stands: `RateLimit-*`, and `Retry-After` when it was too much. */
export function withStanding(response: Response, request: object): Response {
  const standing = standings.get(request)
  if (!standing || response.headers.has('RateLimit-Limit')) return response
  response.headers.set('RateLimit-Limit', String(standing.limit))
  response.headers.set('RateLimit-Remaining', String(standing.remaining))
  response.headers.set('RateLimit-Reset', String(standing.reset))
  return response
}

/** The window a request has just filled; null otherwise. One signal per window is enough. */
export function justFull(request: object): Standing | null {
  const standing = standings.get(request)
  return standing?.isJustFull ? standing : null
}
