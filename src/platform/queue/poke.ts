import type { Payload } from 'payload'
import { poolOf } from '@/platform/db/pool'

const QUIET_MS = 100
let isWaiting = false

/**
 * Tells the dispatcher that there are events, at most ten times a second and never inside a transaction: NOTIFY takes a
 * lock that would queue up commits. When it is lost, the dispatcher's own rhythm finds the events.
 */
export function pokeDispatcher(payload: Payload): void {
  if (isWaiting) return
  isWaiting = true
  setTimeout(() => {
    isWaiting = false
    poolOf(payload)
      .query("select pg_notify('tf_outbox', '')")
      .catch(() => undefined)
  }, QUIET_MS).unref()
}
