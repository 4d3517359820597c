import { jwtSign, type Payload } from 'payload'
import { refuse } from '@/kernel/errors'
import { loadPrincipal } from '@/platform/access/load-principal'
import { installationPrincipal, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { env } from '@/platform/env'
import { inHashTurn, isPassword, type Credentials } from '@/platform/password'
import { readerFor } from '@/platform/reader'
import { bucketsFor, claimAttempt, clearAttempts, countWrong, minutesLocked, mustConfirm, type Buckets } from '@/platform/sessions/attempts'
import { knownDevice } from '@/platform/sessions/known-device'
import { NOBODY_KNOWN, type Visitor } from '@/platform/sessions/visitor'
import { extendSession, writeSession, type SessionRules } from '@/platform/sessions/write-session'

/** A session as a client gets it: a token for Bearer, when it ends (seconds since 1970), and who it belongs to. */
export interface SignedIn {
  token: string
  exp: number
  principal: Principal
}

/** What became of a password that was given. `user` is known to us alone; answers never depend on it. */
export interface Proof {
  outcome: 'right' | 'wrong' | 'locked-now' | 'confirm'
  user: string | null
  hash: string | null
  /** the browser is known for this person */
  device: string | null
  /** with `confirm`: the password was right, so the owner is asked */
  isOwner: boolean
}

interface Account {
  id: string | null
  hash: string | null
  salt: string | null
}

const NO_ACCOUNT: Account = { id: null, hash: null, salt: null }
const ACCOUNT = `select id, hash, salt from users where email = $1`

/** Sessions of tests, the bench and programs that open one without a policy of an organization. */
const PLAIN_RULES: SessionRules = { idleSeconds: 86_400, absoluteSeconds: 7 * 86_400, limit: 50 }

/**
 * Looks at the password of an address. An unknown address takes as long and counts the same as a wrong password (PF7).
 * ACCOUNT_LOCKED, without looking, when this network or device has no try left.
 */
export async function provePassword(payload: Payload, email: string, password: string, visitor: Visitor, headers: Headers): Promise<Proof> {
  const pool = poolOf(payload)
  const address = email.trim().toLowerCase()
  const { rows } = await pool.query<Account>(ACCOUNT, [address])
  const account = rows[0] ?? NO_ACCOUNT
  const device = knownDevice(headers, account.id ?? 'nobody')
  const buckets = bucketsFor(address, visitor.network, device)
  const { isRight, isLast } = await tryPassword(payload, buckets, password, account)
  const about = { user: account.id, hash: account.hash, device, isOwner: isRight }
  const isAttacked = isRight ? await mustConfirm(pool, buckets) : await countWrong(pool, buckets)
  if (isAttacked) return { ...about, outcome: 'confirm' }
  if (!isRight) return { ...about, outcome: isLast ? 'locked-now' : 'wrong' }
  await clearAttempts(pool, buckets)
  return { ...about, outcome: 'right' }
}

/** Checks the own password of somebody who is signed in; wrong ones count like wrong sign-ins. */
export async function confirmPassword(payload: Payload, principal: Principal, password: string, visitor: Visitor, headers: Headers): Promise<void> {
  const proof = await provePassword(payload, principal.email, password, visitor, headers)
  if (!proof.isOwner) refuse('INPUT_INVALID', { reason: 'The present password is wrong.' }, [{ path: 'currentPassword', message: 'is wrong' }])
}

/** Forgets the wrong tries of this visitor for an address whose owner proved to be one by mail. */
export async function forgiveAttempts(payload: Payload, email: string, visitor: Visitor, headers: Headers): Promise<void> {
  const pool = poolOf(payload)
  const { rows } = await pool.query<Account>(ACCOUNT, [email])
  await clearAttempts(pool, bucketsFor(email, visitor.network, knownDevice(headers, rows[0]?.id ?? 'nobody')))
}

/** Opens a session for an active person without asking for a password: for tests, the bench and new members. */
export async function openSession(payload: Payload, user: string, rules: SessionRules = PLAIN_RULES): Promise<SignedIn> {
  const wish = { user, visitor: NOBODY_KNOWN, device: null, rules, tokenSeconds: env.SESSION_SECONDS, hash: null }
  const session = await writeSession(readerFor(payload, installationPrincipal('sign-in')), wish)
  return signedFor(payload, user, session)
}

/** The signed token of a session just opened. SIGN_IN_REFUSED without one, NO_ORGANIZATION for a person active nowhere. */
export async function signedFor(payload: Payload, user: string, session: string | null): Promise<SignedIn> {
  const principal = session === null ? null : await loadPrincipal(poolOf(payload), user, session)
  if (!principal) return refuse('SIGN_IN_REFUSED', {})
  if (principal.memberships.length === 0) refuse('NO_ORGANIZATION', {})
  return signed(payload, principal, env.SESSION_SECONDS)
}

/** Extends the session of a signed-in person within its absolute limit. UNAUTHENTICATED when it ended meanwhile. */
export async function refreshSession(payload: Payload, principal: Principal): Promise<SignedIn> {
  const reader = readerFor(payload, principal)
  const end = principal.session === null ? null : await extendSession(reader, principal.id, principal.session, env.SESSION_SECONDS)
  if (end === null) return refuse('UNAUTHENTICATED', {})
  return signed(payload, principal, Math.max(1, end - Math.floor(Date.now() / 1000)))
}

/** Ends the session of a signed-in person. */
export async function signOut(payload: Payload, principal: Principal): Promise<void> {
  await poolOf(payload).query('delete from users_sessions where id = $2 and _parent_id = $1::uuid', [principal.id, principal.session])
}

async function tryPassword(payload: Payload, buckets: Buckets, password: string, account: Account) {
  const pool = poolOf(payload)
  const minutes = await minutesLocked(pool, buckets)
  if (minutes > 0) refuse('ACCOUNT_LOCKED', { minutes })
  return inHashTurn(async () => {
    const claimed = await claimAttempt(pool, buckets)
    if (claimed === 'none') return refuse('ACCOUNT_LOCKED', { minutes: Math.max(1, await minutesLocked(pool, buckets)) })
    return { isRight: await isPassword(password, credentialsOf(account)), isLast: claimed === 'last' }
  })
}

async function signed(payload: Payload, principal: Principal, seconds: number): Promise<SignedIn> {
  const fieldsToSign = { id: principal.id, collection: 'users', email: principal.email, sid: principal.session }
  const { exp, token } = await jwtSign({ fieldsToSign, secret: payload.secret, tokenExpiration: seconds })
  return { token, exp, principal }
}

function credentialsOf(account: Account): Credentials | null {
  return account.hash && account.salt ? { hash: account.hash, salt: account.salt } : null
}
