import { refuse } from '@/kernel/errors'

/** An id made before another one may be committed after it, by at most this much. */
export const OVERLAP_MS = 30_000
/** What is older is read in the lists. */
const OLDEST_MS = 7 * 86_400_000

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The first id that can be made at a time. */
export function idAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** When an id was made, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16)
}

/**
 * Where a stream goes on after Last-Event-ID: a little before it, since what was written before may have been committed
 * after it. Null without one. INPUT_INVALID for what is none of our ids or a week old.
 */
export function resumeAt(lastEventId: string | null, now: number): string | null {
  if (lastEventId === null || lastEventId === '') return null
  const id = lastEventId.toLowerCase()
  if (!V7.test(id)) return refuse('INPUT_INVALID', { reason: 'Last-Event-ID is the id of the last message that came; leave it out to begin anew.' })
  if (timeOf(id) < now - OLDEST_MS) return refuse('INPUT_INVALID', { reason: 'Last-Event-ID is older than seven days; read the list, then begin without it.' })
  return idAt(timeOf(id) - OVERLAP_MS)
}
