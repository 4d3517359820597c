import { jwtVerify } from 'jose'
import { extractJWT, type AuthStrategy, type Payload } from 'payload'
import { poolOf } from '@/platform/db/pool'
import { loadPrincipal } from '@/platform/access/load-principal'
import { rememberPrincipal, type Principal } from '@/platform/access/principal'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Stands first in `users.auth.strategies`: verifies the token and loads session, person, memberships and roles in one
 * statement. Payload tries its own strategy when this one answers nobody; that one knows no principal, and without a
 * principal every access answers no and `/api/v1` answers 401.
 */
export const principalStrategy: AuthStrategy = {
  name: 'thoroughfare',
  authenticate: async ({ headers, payload }) => {
    const token = extractJWT({ headers, payload })
    const claims = token ? await verify(token, payload) : null
    if (!claims) return { user: null }
    const principal = await loadPrincipal(poolOf(payload), claims.id, claims.sid)
    return { user: principal ? userOf(principal) : null }
  },
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

async function verify(token: string, payload: Payload): Promise<{ id: string; sid: string } | null> {
  try {
    const key = new TextEncoder().encode(payload.secret)
    const { payload: claims, protectedHeader } = await jwtVerify(token, key, { algorithms: ['HS256'] })
    if (protectedHeader['authVersion'] !== 1 || claims['collection'] !== 'users') return null
    const { id, sid } = claims
    if (typeof id !== 'string' || typeof sid !== 'string' || !UUID.test(id)) return null
    return { id, sid }
  } catch {
    return null
  }
}
