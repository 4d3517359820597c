import { log } from '@/platform/log'
import { isOutOfReach } from '@/platform/http/refusal'

// A server that restarts refuses for a few seconds; so long after the last refusal it counts as back.
const CALM_MS = 5_000

interface Outage {
  since: number
  errors: number
  last: number
  timer: NodeJS.Timeout
}

const open = new Map<string, Outage>()

/**
 * Writes one line when something we lean on (`the database`, `the queue`) goes out of reach and one when it has been
 * quiet again, with the number of errors in between, however many connections complain. Other errors are logged as
 * they come under `otherwise`.
 */
export function noteOutage(what: string, err: unknown, otherwise: Record<string, unknown> & { msg: string }): void {
  if (!isOutOfReach(err)) return log.warn({ ...otherwise, err })
  const now = Date.now()
  const known = open.get(what)
  if (known) {
    known.errors += 1
    known.last = now
    return
  }
  log.warn({
    msg: `${what} cannot be reached; trying again until it can`,
    reason: err instanceof Error ? err.message : String(err),
  })
  const timer = setInterval(() => closeWhenCalm(what), 1_000).unref()
  open.set(what, { since: now, errors: 1, last: now, timer })
}

function closeWhenCalm(what: string): void {
  const outage = open.get(what)
  if (!outage || Date.now() - outage.last < CALM_MS) return
  clearInterval(outage.timer)
  open.delete(what)
  const seconds = Math.round((outage.last - outage.since) / 1_000)
  log.info({ msg: `${what} is quiet again`, seconds, errors: outage.errors })
}
