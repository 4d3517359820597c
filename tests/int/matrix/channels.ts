import type { Payload, SanitizedConfig } from 'payload'
import pino from 'pino'

import { log } from '@/platform/log'
import { authorizationOf, heardOf } from '@tests/builders/http'
import type { Cell } from './canaries'
import { wordsIn } from './canaries'

/** Something was shown to somebody who may not see it. */
export type Leak = { subject: string; asked: string; cell: string }

/** An answer as everything of it that reaches the other side. */
export type Heard = { status: number; text: string; json: () => unknown }

/** Asks over the real doors, and keeps what was wrong with the answers. */
export type Ear = {
  probes: number
  leaks: Leak[]
  faults: string[]
  ask(subject: { name: string; token: string }, method: string, path: string, body?: unknown): Promise<Heard>
  /** Notes the cells of a text that came to somebody by another way than an answer. */
  note(subject: { name: string }, how: string, text: string): void
}

/** An ear for everything `mayKnow` does not allow a subject to hear. */
export async function anEar(
  payload: Payload,
  cells: ReadonlyMap<string, Cell>,
  mayKnow: (subject: string, cell: Cell) => boolean,
): Promise<Ear> {
  const { handleEndpoints } = await import('payload')
  const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
  const { guarded } = await import('@/platform/http/guarded')
  const config = payload.config as SanitizedConfig
  const rest = guarded((request) => handleEndpoints({ config, request }))
  const graph = guarded((request) => GRAPHQL_POST(config)(request))
  const leaksIn = (words: readonly string[], subject: string, asked: string): Leak[] =>
    words
      .flatMap((word) => cells.get(word) ?? [])
      .filter((cell) => !mayKnow(subject, cell))
      .map((cell) => ({ subject, asked, cell: `${cell.table}.${cell.column} of ${cell.row}` }))
  const ear: Ear = {
    ...{ probes: 0, leaks: [], faults: [] },
    ask: async (subject, method, path, body) => {
      const sent = body === undefined ? '' : JSON.stringify(body)
      const response = await (path.startsWith('/api/graphql') ? graph : rest)(
        requestOf(subject.token, method, path, sent),
      )
      const text = await heardOf(response)
      ear.probes += 1
      if (response.status >= 500) ear.faults.push(`${subject.name}: ${method} ${path} answered ${response.status}`)
      // What somebody has said itself is no news to it.
      const own = new Set(wordsIn(decodeURIComponent(path) + sent))
      const heard = wordsIn(`${text} ${JSON.stringify([...response.headers])}`).filter((word) => !own.has(word))
      ear.leaks.push(...leaksIn(heard, subject.name, `${method} ${path.slice(0, 160)}`))
      return { status: response.status, text, json: () => JSON.parse(text) as unknown }
    },
    note: ({ name }, how, text) => void ear.leaks.push(...leaksIn(wordsIn(text), name, how)),
  }
  return ear
}

function requestOf(token: string, method: string, path: string, body: string): Request {
  const headers = {
    ...(token ? { authorization: authorizationOf(token) } : {}),
    ...(body ? { 'content-type': 'application/json' } : {}),
  }
  return new Request(`http://localhost:3000${path}`, { method, headers, ...(body ? { body } : {}) })
}

/** Everything the program logs from now on, also what it would leave out in production. */
export function logOf(payload: Payload): { lines: string[] } {
  const heard = { lines: [] as string[] }
  const stream = { write: (line: string) => void heard.lines.push(line) }
  for (const logger of [log, payload.logger]) {
    Reflect.set(logger, pino.symbols.streamSym, stream)
    Reflect.set(logger, 'level', 'debug')
  }
  return heard
}
