import { createHash } from 'node:crypto'
import { parseCookies } from 'payload'
import { keyOf, keyText } from '@/platform/access/api-key'
import { principalOf } from '@/platform/access/principal'
import { verifyToken } from '@/platform/access/token'
import { env } from '@/platform/env'
import { requestFacts } from '@/platform/http/request-facts'
import type { Sender } from '@/platform/limits/count'

/** Begins the names of our cookies. `__Host-` binds them to this very host, which a browser accepts over TLS only. */
export const cookiePrefix = env.SERVER_URL.startsWith('https:') ? '__Host-tf' : 'tf'

/** Who is counted for an authenticated request. */
export function senderOf(req: { user?: object | null; headers: Headers }): Sender {
  const principal = principalOf(req.user)
  if (!principal || principal.kind === 'system') return { kind: 'address', ip: requestFacts(req).ip }
  return { kind: principal.kind, id: principal.id }
}

/**
 * Who is counted for a request nobody has authenticated yet: the person of a token that we signed, the text of an API
 * key, else the address. It decides about counting alone.
 */
export async function claimedSender(request: Request): Promise<Sender> {
  const key = keyOf(request.headers)
  if (key && key !== 'broken')
    return { kind: 'secret', id: createHash('sha256').update(keyText(key)).digest('base64url') }
  const token = tokenOf(request.headers)
  const claims = token ? await verifyToken(token, signingSecret) : null
  return claims ? { kind: 'person', id: claims.id } : { kind: 'address', ip: requestFacts(request).ip }
}

// Payload signs with this much of the hash of the secret; a test holds us to it.
const signingSecret = createHash('sha256').update(env.PAYLOAD_SECRET).digest('hex').slice(0, 32)

function tokenOf(headers: Headers): string | null {
  const given = /^(?:JWT|Bearer)\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  return given ?? parseCookies(headers).get(`${cookiePrefix}-token`) ?? null
}
