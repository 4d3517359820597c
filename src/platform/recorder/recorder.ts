import type { Payload } from 'payload'
import type { PoolClient } from 'pg'
import { writeAudit, type AuditEntry } from '@/platform/audit'
import { poolOf } from '@/platform/db/pool'
import { rollBack } from '@/platform/db/roll-back'
import { log } from '@/platform/log'
import { crossTenant, type Missed } from '@/platform/recorder/cross-tenant'
import { KEEP_SIGNAL, type Signal } from '@/platform/recorder/signal'

/** What waits to be written: failed attempts, signals, and rows somebody asked for and did not get. */
interface Waiting {
  attempts: AuditEntry[]
  signals: Signal[]
  missed: Missed[]
}

const FLUSH_MS = 500
const MOST = 2_000

// Next bundles pages and API routes apart; each copy of this module would have its own buffer, and a flush of one would
// not write what waits in the other.
const KEY = Symbol.for('thoroughfare.recorder')
interface Recorder {
  waiting: Waiting
  timer: NodeJS.Timeout | null
  running: Promise<void> | null
  payload: Payload | null
}
const shared = globalThis as typeof globalThis & { [KEY]?: Recorder }
const recorder = (shared[KEY] ??= { waiting: nothing(), timer: null, running: null, payload: null })

/** Keeps something to be written soon. When more waits than memory shall hold, the newest is dropped. */
export function keep<K extends keyof Waiting>(payload: Payload, kind: K, one: Waiting[K][number]): void {
  const list = recorder.waiting[kind] as Waiting[K][number][]
  if (list.length >= MOST) return
  list.push(one)
  recorder.payload = payload
  recorder.timer ??= setTimeout(() => void flushRecorder(payload), FLUSH_MS).unref()
}

/** Writes what waits. What cannot be written now is tried again; a process that ends calls it last. */
export async function flushRecorder(payload: Payload): Promise<void> {
  if (recorder.running) await recorder.running
  if (recorder.timer) clearTimeout(recorder.timer)
  recorder.timer = null
  const { waiting } = recorder
  if (waiting.attempts.length + waiting.signals.length + waiting.missed.length === 0) return
  recorder.waiting = nothing()
  recorder.running = write(payload, waiting).finally(() => {
    recorder.running = null
  })
  await recorder.running
}

/** Writes what waits when the process is told to end. */
export async function flushLast(): Promise<void> {
  if (recorder.payload) await flushRecorder(recorder.payload)
}

async function write(payload: Payload, waiting: Waiting): Promise<void> {
  // Without a connection now, there may be one later.
  const client = await poolOf(payload).connect().catch(() => null)
  if (!client) return putBack(payload, waiting)
  let isLost = false
  try {
    await client.query('begin')
    await writeAudit(client, waiting.attempts)
    const denied = await crossTenant(payload, client, waiting.missed)
    await writeSignals(client, [...waiting.signals, ...denied])
    await client.query('commit')
  } catch (err) {
    isLost = await rollBack(client)
    log.warn({ msg: 'attempts could not be recorded', err })
    putBack(payload, waiting)
  } finally {
    client.release(isLost)
  }
}

// Once: what fails twice is wrong itself and would be tried for ever.
const triedAgain = new WeakSet<object>()

function putBack(payload: Payload, waiting: Waiting): void {
  for (const kind of ['attempts', 'signals', 'missed'] as const) {
    for (const one of waiting[kind]) {
      if (triedAgain.has(one)) continue
      triedAgain.add(one)
      keep(payload, kind, one)
    }
  }
}

async function writeSignals(client: Pick<PoolClient, 'query'>, signals: readonly Signal[]): Promise<void> {
  if (signals.length > 0) await client.query(KEEP_SIGNAL, [JSON.stringify(signals)])
}

function nothing(): Waiting {
  return { attempts: [], signals: [], missed: [] }
}
