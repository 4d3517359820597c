import type { Queryable } from '@/platform/access/load-principal'
import { refuse } from '@/kernel/errors'
import { env } from '@/platform/env'

// The only place that counts wrong passwords. Known accounts use Payload's columns; addresses without an account are
// counted in memory, so that locking tells nothing about which accounts exist.

const CLAIM = `update users set
  login_attempts = case when lock_until is null then coalesce(login_attempts, 0) + 1 else 1 end,
  lock_until = case when lock_until is null and coalesce(login_attempts, 0) + 1 >= $2 then now() + make_interval(secs => $3) end
where id = $1::uuid and (lock_until is null or lock_until <= now()) returning id`
const LOCKED = `select ceil(extract(epoch from lock_until - now()))::float8 as seconds from users where id = $1::uuid and lock_until > now()`
const CLEAR = `update users set login_attempts = 0, lock_until = null where id = $1::uuid`

const MOST_UNKNOWN = 10_000
const lockSeconds = env.LOCK_MINUTES * 60
const unknown = new Map<string, { attempts: number; until: number }>()

/**
 * Takes one of the attempts of an account before its password is looked at, in one statement: whatever comes in
 * parallel, no more than MAX_LOGIN_ATTEMPTS passwords are tried until the lock opens. ACCOUNT_LOCKED when none is left.
 */
export async function claimAttempt(db: Queryable, user: string | null, email: string): Promise<void> {
  if (user === null) return claimUnknown(email, Date.now())
  const claimed = await db.query(CLAIM, [user, env.MAX_LOGIN_ATTEMPTS, lockSeconds])
  if (claimed.rowCount === 0) await refuseLocked(db, user, email)
}

/** ACCOUNT_LOCKED while the account is locked; it says for how long. */
export async function refuseLocked(db: Queryable, user: string | null, email: string): Promise<void> {
  const seconds = user === null ? secondsLeft(email, Date.now()) : await lockedSeconds(db, user)
  if (seconds > 0) refuse('ACCOUNT_LOCKED', { minutes: Math.ceil(seconds / 60) })
}

/** Forgets the wrong attempts after the right password. */
export async function clearAttempts(db: Queryable, user: string): Promise<void> {
  await db.query(CLEAR, [user])
}

async function lockedSeconds(db: Queryable, user: string): Promise<number> {
  const { rows } = await db.query<{ seconds: number }>(LOCKED, [user])
  return rows[0]?.seconds ?? 0
}

function claimUnknown(email: string, now: number): void {
  const seconds = secondsLeft(email, now)
  if (seconds > 0) refuse('ACCOUNT_LOCKED', { minutes: Math.ceil(seconds / 60) })
  const known = unknown.get(email)
  const attempts = (known && known.until === 0 ? known.attempts : 0) + 1
  unknown.delete(email)
  unknown.set(email, { attempts, until: attempts >= env.MAX_LOGIN_ATTEMPTS ? now + lockSeconds * 1000 : 0 })
  const [oldest] = unknown.keys()
  if (unknown.size > MOST_UNKNOWN && oldest !== undefined) unknown.delete(oldest)
}

function secondsLeft(email: string, now: number): number {
  return Math.ceil(((unknown.get(email)?.until ?? 0) - now) / 1000)
}
