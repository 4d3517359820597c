import type { Payload } from 'payload'
import { poolOf } from '@/platform/db/pool'
import { perProcess } from '@/platform/per-process'

/** What every process with streams listens to. */
export const STREAM_NOTICE = 'tf_stream'

const QUIET_MS = 50
/** PostgreSQL takes notices of less than 8,000 bytes. */
const MOST_BYTES = 7_000
const SEPARATOR = '\n'

const state = perProcess('stream-poke', () => ({ waiting: new Set<string>(), isWaiting: false }))

/**
 * Tells every web process whose streams have something new, at most twenty times a second and never inside a
 * transaction: NOTIFY takes a lock that would queue up commits. When it is lost, the streams' own sweep finds the rows.
 */
export function pokeStreams(payload: Payload, topics: readonly string[]): void {
  for (const topic of topics) state.waiting.add(topic)
  if (state.isWaiting) return
  state.isWaiting = true
  setTimeout(() => {
    const notices = packed([...state.waiting])
    state.waiting.clear()
    state.isWaiting = false
    poolOf(payload)
      .query('select pg_notify($1, notice) from unnest($2::text[]) as n(notice)', [STREAM_NOTICE, notices])
      .catch(() => undefined)
  }, QUIET_MS).unref()
}

/** The topics of a notice. */
export function topicsIn(notice: string): string[] {
  return notice.split(SEPARATOR)
}

/** Puts topics into as few notices as they fit into. */
export function packed(topics: readonly string[]): string[] {
  const notices: string[] = []
  for (const topic of topics) {
    const last = notices.at(-1)
    if (last !== undefined && last.length + topic.length < MOST_BYTES) notices[notices.length - 1] = last + SEPARATOR + topic
    else notices.push(topic)
  }
  return notices
}
