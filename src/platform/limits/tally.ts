import { addPoints, type Used } from '@/platform/limits/store'
import { log } from '@/platform/log'
import { perProcess } from '@/platform/per-process'

interface Tally {
  seconds: number
  points: number
  /** Points the shared store does not know yet. */
  fresh: number
  until: number
}

const FLUSH_MS = 5_000
const MOST_KEYS = 100_000

const state = perProcess('limit-tallies', () => ({
  tallies: new Map<string, Tally>(),
  timer: undefined as NodeJS.Timeout | undefined,
}))

/**
 * Counts one point in memory, so that a request costs no round trip. `isShared` tells the other processes every five
 * seconds: among several of them a person may be ahead of the limit for that long.
 */
export function tally(key: string, seconds: number, isShared: boolean, now = Date.now()): Used {
  const one = current(key, seconds, now)
  one.points += 1
  if (isShared) {
    one.fresh += 1
    schedule()
  }
  return { points: one.points, ms: one.until - now }
}

/** Points of a key in this process, without counting one. */
export function tallied(key: string, now = Date.now()): Used {
  const one = state.tallies.get(key)
  return one && one.until > now ? { points: one.points, ms: one.until - now } : { points: 0, ms: 0 }
}

/** Forgets what this process counted; what it has told the others stays. */
export function forgetTallies(): void {
  state.tallies.clear()
}

/** Tells the shared store what was counted since and learns what others counted. */
export async function flushTallies(): Promise<void> {
  const now = Date.now()
  for (const [key, one] of state.tallies) {
    if (one.fresh > 0) await share(key, one)
    else if (one.until <= now) state.tallies.delete(key)
  }
}

async function share(key: string, one: Tally): Promise<void> {
  const told = one.fresh
  one.fresh = 0
  const used = await addPoints(key, told, one.seconds)
  one.points = used.points + one.fresh
  one.until = Date.now() + used.ms
}

function current(key: string, seconds: number, now: number): Tally {
  const known = state.tallies.get(key)
  if (known && known.until > now) return known
  // Whoever floods us with new names pushes the oldest out, not the memory up.
  const [oldest] = state.tallies.keys()
  if (state.tallies.size >= MOST_KEYS && oldest !== undefined) state.tallies.delete(oldest)
  const fresh = { seconds, points: 0, fresh: known?.fresh ?? 0, until: now + seconds * 1_000 }
  state.tallies.set(key, fresh)
  return fresh
}

function schedule(): void {
  if (state.timer) return
  state.timer = setTimeout(() => {
    state.timer = undefined
    flushTallies().catch((err: unknown) => log.warn({ msg: 'limits could not be shared', err }))
  }, FLUSH_MS)
  state.timer.unref()
}
