import { randomUUID } from 'node:crypto'

/** Where a request came from, for audit and logs. */
export interface RequestFacts {
  requestId: string
  ip: string | null
  agent: string | null
}

const REQUEST_ID = /^[\w-]{8,64}$/
const known = new WeakMap<object, RequestFacts>()

/** The facts of a request; the same request always gets the same id. */
export function requestFacts(req: { headers?: Headers }): RequestFacts {
  const found = known.get(req)
  if (found) return found
  const given = req.headers?.get('x-request-id')
  const facts = {
    requestId: given && REQUEST_ID.test(given) ? given : randomUUID(),
    ip: req.headers?.get('x-forwarded-for')?.split(',').at(-1)?.trim().slice(0, 45) ?? null,
    agent: req.headers?.get('user-agent')?.slice(0, 255) ?? null,
  }
  known.set(req, facts)
  return facts
}
