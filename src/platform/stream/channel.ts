import type { Principal } from '@/platform/access/principal'
import { bindings, type Bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** One message of a stream. `id` is the uuid (version 7) of the row it tells of; what only says how things stand has none. */
export interface Message {
  id: string | null
  event: string
  data: unknown
}

/** Somebody who watches: rows after `after` (a uuid) are new to it. */
export interface Watcher {
  reader: Reader
  after: string
}

/** Something people can watch. */
export interface StreamChannel {
  name: string
  summary: string
  /** Permission without which the channel is refused; null: everybody has it. */
  permission: string | null
  /** Its news are a person's own; programs have none. */
  isPersonal: boolean
  /** The people or organizations whose news concern somebody. */
  concerns: (principal: Principal) => readonly string[]
  /** For each watcher its rows after `after`, oldest first, at most `most`; in as few statements as there can be. */
  news: (watchers: readonly Watcher[], most: number) => Promise<Message[][]>
  /** For each watcher how things stand, sent at the beginning and whenever it changed. */
  standing?: (watchers: readonly Watcher[]) => Promise<Message[]>
}

const AT_ONCE = 4

/** News of a channel where everybody reaches other rows: one statement per watcher, a few at a time. */
export function each(ask: (watcher: Watcher, most: number) => Promise<Message[]>): StreamChannel['news'] {
  return async (watchers, most) => {
    const answers: Message[][] = []
    for (let at = 0; at < watchers.length; at += AT_ONCE) {
      answers.push(...(await Promise.all(watchers.slice(at, at + AT_ONCE).map((one) => ask(one, most)))))
    }
    return answers
  }
}

interface Happened {
  id: string
  event: string
  at: Date
  data: Record<string, unknown>
}

/** News that are events: those of the outbox that fulfil a condition on `e`, each with its data and when it happened. */
export function happenings(condition: (reader: Reader, to: Bindings) => string): StreamChannel['news'] {
  return each(async ({ reader, after }, most) => {
    const to = bindings([after, most])
    const where = condition(reader, to)
    const text = `select e.id, e.name as event, e.at, e.data from outbox_events e where e.id > $1::uuid and ${where} order by e.id limit $2::int`
    const rows = await reader.rows<Happened>(text, to.values)
    return rows.map(({ id, event, at, data }) => ({ id, event, data: { ...data, at } }))
  })
}

/** The organizations somebody works for, and those below them. */
export function workedFor({ memberships }: Principal): string[] {
  return [...new Set(memberships.flatMap(({ organization, below }) => [organization.id, ...below]))]
}
