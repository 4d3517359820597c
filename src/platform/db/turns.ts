import { refuse } from '@/kernel/errors'
import { env } from '@/platform/env'

// Reads of other requests keep some connections for themselves.
const AT_ONCE = Math.max(1, Math.floor(env.POOL_MAX * 0.7))
const MOST_WAITING = 5_000
const LONGEST_MS = 15_000

interface Waiting {
  start: () => void
  until: number
}

const waiting: Waiting[] = []
let running = 0

/**
 * Runs a transaction in turn: no more at once than the pool has connections, the others wait here, first come first
 * served. Five hundred buyers at one moment then wait a second instead of running into the pool's time limit (PF5).
 * Refuses SERVER_BUSY when the queue is hopeless.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  await turn()
  try {
    return await work()
  } finally {
    running -= 1
    next()
  }
}

async function turn(): Promise<void> {
  if (running < AT_ONCE) {
    running += 1
    return
  }
  if (waiting.length >= MOST_WAITING) refuse('SERVER_BUSY', {})
  const entry: Waiting = { start: () => undefined, until: Date.now() + LONGEST_MS }
  await new Promise<void>((resolve) => {
    entry.start = resolve
    waiting.push(entry)
  })
  if (Date.now() <= entry.until) return
  running -= 1
  next()
  refuse('SERVER_BUSY', {})
}

function next(): void {
  const entry = waiting.shift()
  if (!entry) return
  running += 1
  entry.start()
}
