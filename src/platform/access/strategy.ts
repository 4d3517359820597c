import { extractJWT, type AuthStrategy, type Payload } from 'payload'
import { isDomainError, refuse } from '@/kernel/errors'
import { keyOf, type KeyText } from '@/platform/access/api-key'
import { loadKey } from '@/platform/access/load-key'
import { mustBeListed } from '@/platform/access/admin-networks'
import { poolOf } from '@/platform/db/pool'
import { ownHostHeaders } from '@/platform/domains/portal-hosts'
import { senderUnread } from '@/platform/access/identity-fault'
import { loadPrincipal } from '@/platform/access/load-principal'
import { rememberPrincipal, type Principal } from '@/platform/access/principal'
import { requestFacts } from '@/platform/http/request-facts'
import { noteSignal } from '@/platform/recorder/note-signal'
import { verifyToken } from '@/platform/access/token'

/**
 * Stands first in `users.auth.strategies`: an API key in the Authorization header, else verifies the token and loads session, person, memberships and roles in one
 * statement. Payload tries its own strategy when this one answers nobody; that one knows no principal, and without a
 * principal every access answers no and `/api/v1` answers 401.
 */
export const principalStrategy: AuthStrategy = {
  name: 'thoroughfare',
  authenticate: async ({ headers, payload }) => {
    const key = keyOf(headers)
    if (key) return { user: await userOfKey(payload, key, headers) }
    const token = extractJWT({ headers: await ownHostHeaders(payload, headers), payload })
    const claims = token ? await verifyToken(token, payload.secret) : null
    if (!claims) return { user: null }
    const principal = await loadPrincipal(poolOf(payload), claims.id, claims.sid, headers).catch(unread)
    if (principal) await mustBeListed(poolOf(payload), principal, requestFacts({ headers }).ip).catch(unread)
    return { user: principal ? userOf(principal) : null }
  },
}

// A key that is not accepted is no person either: the cookie beside it does not count.
async function userOfKey(payload: Payload, key: KeyText | 'broken', headers: Headers) {
  try {
    if (key === 'broken') return refuse('KEY_REFUSED', { reason: 'it is not complete' })
    return userOf(await loadKey(poolOf(payload), key, headers))
  } catch (error) {
    noteKey(payload, key, headers, error)
    senderUnread(error)
    return null
  }
}

// Whoever uses a key that was ended has its secret; whoever signs wrongly may be guessing one.
function noteKey(payload: Payload, key: KeyText | 'broken', headers: Headers, error: unknown): void {
  if (key === 'broken' || !isDomainError(error)) return
  const about = { account: key.prefix, request: requestFacts({ headers }), facts: { reason: error.message } }
  if (/\b(revoked|suspended)\b/.test(error.message)) noteSignal(payload, 'revoked-key', about)
  else if (/signature|signed/i.test(error.message)) noteSignal(payload, 'signature-failure', about)
}

function unread(error: unknown): never {
  senderUnread(error)
  throw error
}

/** The Payload user of a principal: no roles in it, the principal is remembered beside it. */
export function userOf(principal: Principal) {
  const user = {
    id: principal.id,
    email: principal.email,
    name: principal.name,
    collection: 'users' as const,
    _strategy: 'local-jwt',
    ...(principal.session ? { _sid: principal.session } : {}),
  }
  rememberPrincipal(user, principal)
  return user as typeof user & { status: 'active'; updatedAt: string; createdAt: string }
}
