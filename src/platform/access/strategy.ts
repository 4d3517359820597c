import { extractJWT, type AuthStrategy } from 'payload'
import { poolOf } from '@/platform/db/pool'
import { senderUnread } from '@/platform/access/identity-fault'
import { loadPrincipal } from '@/platform/access/load-principal'
import { rememberPrincipal, type Principal } from '@/platform/access/principal'
import { verifyToken } from '@/platform/access/token'

/**
 * Stands first in `users.auth.strategies`: verifies the token and loads session, person, memberships and roles in one
 * statement. Payload tries its own strategy when this one answers nobody; that one knows no principal, and without a
 * principal every access answers no and `/api/v1` answers 401.
 */
export const principalStrategy: AuthStrategy = {
  name: 'thoroughfare',
  authenticate: async ({ headers, payload }) => {
    const token = extractJWT({ headers, payload })
    const claims = token ? await verifyToken(token, payload.secret) : null
    if (!claims) return { user: null }
    const principal = await loadPrincipal(poolOf(payload), claims.id, claims.sid).catch(unread)
    return { user: principal ? userOf(principal) : null }
  },
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
