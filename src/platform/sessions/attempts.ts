import { createHmac, hkdfSync } from 'node:crypto'
import type { Queryable } from '@/platform/access/load-principal'
import { env } from '@/platform/env'

// Wrong passwords are counted by account and network, or by account and known device: whoever tries from elsewhere
// locks out its own network and never the owner. A second counter per account, from everywhere, does not lock at all;
// beyond it an unknown device has to confirm by mail. Addresses without an account count exactly the same, so nothing
// here tells which accounts exist. That is also why the figures are those of the installation and not of a tenant.

const KEY = Buffer.from(hkdfSync('sha256', env.PAYLOAD_SECRET, 'thoroughfare', 'sign-in counters v1', 32))
const LOCK_SECONDS = env.LOCK_MINUTES * 60
const HOUR_SECONDS = 3_600

const LEFT = `select greatest(0, ceil(extract(epoch from until - now())))::float8 as seconds from sign_in_counters
where bucket = $1 and attempts >= $2 and until > now()`
const CLAIM = `insert into sign_in_counters as c (bucket, attempts, until) values ($1, 1, now() + make_interval(secs => $3))
on conflict (bucket) do update set attempts = case when c.until <= now() then 1 else c.attempts + 1 end,
  until = case when c.until <= now() or c.attempts + 1 >= $2 then now() + make_interval(secs => $3) else c.until end
where c.until <= now() or c.attempts < $2 returning attempts`
const COUNT = `insert into sign_in_counters as c (bucket, attempts, until) values ($1, 1, now() + make_interval(secs => $2))
on conflict (bucket) do update set attempts = case when c.until <= now() then 1 else c.attempts + 1 end,
  until = case when c.until <= now() then now() + make_interval(secs => $2) else c.until end returning attempts`
const COUNTED = `select attempts from sign_in_counters where bucket = $1 and until > now()`
const CLEAR = `delete from sign_in_counters where bucket = $1`

/** Where the tries of one sign-in count. */
export interface Buckets {
  /** account and network, or account and known device: locks */
  near: Buffer
  /** account, from everywhere: asks for confirmation */
  far: Buffer
  isKnown: boolean
}

/** The counters of an address, as typed and made canonical, seen from a network or a known device. */
export function bucketsFor(email: string, network: string, device: string | null): Buckets {
  return { near: keyed(device ? `device ${email} ${device}` : `network ${email} ${network}`), far: keyed(`account ${email}`), isKnown: device !== null }
}

/** Minutes until this network or device may try again; 0 when it may now. */
export async function minutesLocked(db: Queryable, { near }: Buckets): Promise<number> {
  const { rows } = await db.query<{ seconds: number }>(LEFT, [near, env.MAX_LOGIN_ATTEMPTS])
  return Math.ceil((rows[0]?.seconds ?? 0) / 60)
}

/**
 * Takes one of the tries before the password is looked at, in one statement: whatever comes in parallel, no more than
 * MAX_LOGIN_ATTEMPTS passwords are tried until the lock opens. `none` when no try is left, `last` for the last one.
 */
export async function claimAttempt(db: Queryable, { near }: Buckets): Promise<'one' | 'last' | 'none'> {
  const { rows } = await db.query<{ attempts: number }>(CLAIM, [near, env.MAX_LOGIN_ATTEMPTS, LOCK_SECONDS])
  if (!rows[0]) return 'none'
  return rows[0].attempts >= env.MAX_LOGIN_ATTEMPTS ? 'last' : 'one'
}

/** Counts a wrong password against the account and answers whether it is under attack: unknown devices then confirm by mail. */
export async function countWrong(db: Queryable, { far, isKnown }: Buckets): Promise<boolean> {
  if (isKnown) return false
  const { rows } = await db.query<{ attempts: number }>(COUNT, [far, HOUR_SECONDS])
  return (rows[0]?.attempts ?? 0) > env.CHALLENGE_AFTER
}

/** Whether a right password alone is not enough just now, because too many wrong ones came in. */
export async function mustConfirm(db: Queryable, { far, isKnown }: Buckets): Promise<boolean> {
  if (isKnown) return false
  const { rows } = await db.query<{ attempts: number }>(COUNTED, [far])
  return (rows[0]?.attempts ?? 0) >= env.CHALLENGE_AFTER
}

/** Forgets the wrong tries of this network or device after the right password. Those from elsewhere stay counted. */
export async function clearAttempts(db: Queryable, { near }: Buckets): Promise<void> {
  await db.query(CLEAR, [near])
}

function keyed(text: string): Buffer {
  return createHmac('sha256', KEY).update(text).digest()
}
