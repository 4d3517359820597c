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
  const facts = known.get(req) ?? factsFrom(req.headers ?? new Headers())
  known.set(req, facts)
  return facts
}

function factsFrom(headers: Headers): RequestFacts {
  const given = headers.get('x-request-id') ?? ''
  // The last address is the one our own proxy saw; those before it are what the caller claims.
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)
  return {
    requestId: REQUEST_ID.test(given) ? given : randomUUID(),
    ip: address ? address.trim().slice(0, 45) : null,
    agent: headers.get('user-agent')?.slice(0, 255) ?? null,
  }
}
