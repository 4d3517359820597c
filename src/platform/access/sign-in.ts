import { randomUUID } from 'node:crypto'
import { jwtSign, type Payload } from 'payload'
import { refuse } from '@/kernel/errors'
import { claimAttempt, clearAttempts, refuseLocked } from '@/platform/access/lock-out'
import { loadPrincipal } from '@/platform/access/load-principal'
import type { Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { env } from '@/platform/env'
import { inHashTurn, isPassword, type Credentials } from '@/platform/password'

/** A session as a client gets it: a token for Bearer, when it ends (seconds since 1970), and who it belongs to. */
export interface SignedIn {
  token: string
  exp: number
  principal: Principal
}

const ACCOUNT = `select id, hash, salt from users where email = $1`
const OPEN = `with stale as (delete from users_sessions where _parent_id = $1::uuid and expires_at <= now())
insert into users_sessions (_order, _parent_id, id, created_at, expires_at)
select 1, u.id, $2, now(), now() + make_interval(secs => $3) from users u
where u.id = $1::uuid and u.status = 'active' and ($4::text is null or u.hash = $4) returning id`
const EXTEND = `update users_sessions set expires_at = now() + make_interval(secs => $3)
where id = $2 and _parent_id = $1::uuid and expires_at > now() returning id`

/**
 * Signs a person in. An unknown address takes as long and answers the same as a wrong password (PF7); the person's row
 * is never rewritten, so nothing an administrator changes meanwhile comes back (PF4). ACCOUNT_LOCKED after too many
 * attempts, NO_ORGANIZATION for somebody who is active nowhere.
 */
export async function signIn(payload: Payload, email: string, password: string): Promise<SignedIn> {
  const pool = poolOf(payload)
  const address = email.trim().toLowerCase()
  const { rows } = await pool.query<{ id: string; hash: string | null; salt: string | null }>(ACCOUNT, [address])
  const account = rows[0]
  await refuseLocked(pool, account?.id ?? null, address)
  const isRight = await inHashTurn(async () => {
    await claimAttempt(pool, account?.id ?? null, address)
    return isPassword(password, credentialsOf(account))
  })
  if (!isRight || !account) return refuse('SIGN_IN_REFUSED', {})
  await clearAttempts(pool, account.id)
  return openSession(payload, account.id, account.hash)
}

/** Checks the own password of somebody who is signed in; wrong ones count like wrong sign-ins. */
export async function confirmPassword(payload: Payload, principal: Principal, password: string): Promise<void> {
  const pool = poolOf(payload)
  const { rows } = await pool.query<{ id: string; hash: string | null; salt: string | null }>(ACCOUNT, [principal.email])
  const isRight = await inHashTurn(async () => {
    await claimAttempt(pool, principal.id, principal.email)
    return isPassword(password, credentialsOf(rows[0]))
  })
  if (!isRight) refuse('INPUT_INVALID', { reason: 'The present password is wrong.' }, [{ path: 'currentPassword', message: 'is wrong' }])
  await clearAttempts(pool, principal.id)
}

/** Opens a session for an active person; `hash` makes sure that the password just checked is still the stored one. */
export async function openSession(payload: Payload, user: string, hash: string | null = null): Promise<SignedIn> {
  const pool = poolOf(payload)
  const active = await loadPrincipal(pool, user, null)
  if (!active) return refuse('SIGN_IN_REFUSED', {})
  if (active.memberships.length === 0) refuse('NO_ORGANIZATION', {})
  const session = randomUUID()
  const opened = await pool.query(OPEN, [user, session, env.SESSION_SECONDS, hash])
  if (opened.rowCount === 0) refuse('SIGN_IN_REFUSED', {})
  return signed(payload, { ...active, session })
}

/** Extends the session of a signed-in person. UNAUTHENTICATED when it ended meanwhile. */
export async function refreshSession(payload: Payload, principal: Principal): Promise<SignedIn> {
  const extended = await poolOf(payload).query(EXTEND, [principal.id, principal.session, env.SESSION_SECONDS])
  return extended.rowCount === 1 ? signed(payload, principal) : refuse('UNAUTHENTICATED', {})
}

/** Ends the session of a signed-in person. */
export async function signOut(payload: Payload, principal: Principal): Promise<void> {
  await poolOf(payload).query('delete from users_sessions where id = $2 and _parent_id = $1::uuid', [principal.id, principal.session])
}

async function signed(payload: Payload, principal: Principal): Promise<SignedIn> {
  const fieldsToSign = { id: principal.id, collection: 'users', email: principal.email, sid: principal.session }
  const { exp, token } = await jwtSign({ fieldsToSign, secret: payload.secret, tokenExpiration: env.SESSION_SECONDS })
  return { token, exp, principal }
}

function credentialsOf(account: { hash: string | null; salt: string | null } | undefined): Credentials | null {
  return account?.hash && account.salt ? { hash: account.hash, salt: account.salt } : null
}
