import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse } from '@/kernel/errors'
import { perProcess } from '@/platform/per-process'

/** A password as `users` stores it. The format is Payload's own; tests/unit/platform/password.test.ts compares. */
export interface Credentials {
  salt: string
  hash: string
}

const PREFIX = 'pbkdf2-sha256-v1:'
const ITERATIONS = 600_000
const LENGTH = 32
const AT_ONCE = 2
const MOST_WAITING = 50

/** What is compared for an account that does not exist, so that it takes as long as one that does (PF7). */
const NOBODY: Credentials = { salt: '0'.repeat(64), hash: `${PREFIX}${'0'.repeat(LENGTH * 2)}` }

const derive = promisify(pbkdf2)
const turns = perProcess('hash-turns', (): { waiting: (() => void)[]; running: number } => ({ waiting: [], running: 0 }))

/** Hashes a password; 0.2 s of a core. */
export function hashPassword(password: string): Promise<Credentials> {
  return inHashTurn(async () => {
    const salt = randomBytes(32).toString('hex')
    const hash = await derive(password, salt, ITERATIONS, LENGTH, 'sha256')
    return { salt, hash: `${PREFIX}${hash.toString('hex')}` }
  })
}

/**
 * True when the password is the stored one. Null credentials take the same time and are never right. Call it inside
 * `inHashTurn`.
 */
export async function isPassword(password: string, stored: Credentials | null): Promise<boolean> {
  const { salt, hash } = stored?.hash.startsWith(PREFIX) ? stored : NOBODY
  const given = await derive(password, salt, ITERATIONS, LENGTH, 'sha256')
  const wanted = Buffer.from(hash.slice(PREFIX.length), 'hex')
  return wanted.length === given.length && timingSafeEqual(wanted, given) && hash === stored?.hash
}

/**
 * Waits for a turn to hash. Hashing takes a thread of the pool that files and DNS share: two at a time, fifty waiting,
 * then SERVER_BUSY (PF7).
 */
export async function inHashTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turns.waiting.length >= MOST_WAITING) refuse('SERVER_BUSY', {})
  if (turns.running >= AT_ONCE) await new Promise<void>((resolve) => turns.waiting.push(resolve))
  else turns.running += 1
  try {
    return await work()
  } finally {
    const next = turns.waiting.shift()
    if (next) next()
    else turns.running -= 1
  }
}

/** How many passwords are being hashed, and how many wait for their turn. */
export function hashQueue(): { running: number; waiting: number } {
  return { running: turns.running, waiting: turns.waiting.length }
}
