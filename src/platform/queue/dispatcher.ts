import type { Pool } from 'pg'
import { listenTo } from '@/platform/db/listen'
import { env } from '@/platform/env'
import { noteOutage } from '@/platform/outage'
import { dispatchWaiting } from '@/platform/queue/outbox'

const BATCH = 200

/** A dispatcher at work; `stop` returns when the batch at hand is done. */
export interface Dispatcher {
  stop(): Promise<void>
}

/**
 * Watches the outbox: at every poke (NOTIFY tf_outbox) and every DISPATCH_MS it hands waiting events to `send`. A lost
 * poke or a lost connection costs a moment, never an event.
 */
export function startDispatcher(
  pool: Pool,
  send: (events: { id: string; name: string }[]) => Promise<void>,
): Dispatcher {
  const bell = makeBell()
  const ear = listenTo({ channels: ['tf_outbox'], hear: () => bell.ring(), name: `${env.APP_NAME}-listen` })
  let isStopping = false
  const loop = (async () => {
    while (!isStopping) {
      const more = await dispatchSafely(pool, send)
      if (!more && !isStopping) await bell.wait(env.DISPATCH_MS)
    }
  })()
  return {
    stop: async () => {
      isStopping = true
      bell.ring()
      await loop
      await ear.stop()
    },
  }
}

async function dispatchSafely(
  pool: Pool,
  send: (events: { id: string; name: string }[]) => Promise<void>,
): Promise<boolean> {
  try {
    return (await dispatchWaiting(pool, BATCH, send)) === BATCH
  } catch (err) {
    noteOutage('the database', err, { msg: 'the outbox could not be dispatched; trying again' })
    return false
  }
}

interface Bell {
  ring(): void
  wait(ms: number): Promise<void>
}

// Rings that come while nobody waits are kept, so a poke during a batch is not lost.
function makeBell(): Bell {
  let hasRung = false
  let wake: (() => void) | null = null
  return {
    ring: () => {
      hasRung = true
      wake?.()
    },
    wait: (ms) =>
      new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer)
          wake = null
          hasRung = false
          resolve()
        }
        const timer = setTimeout(finish, hasRung ? 0 : ms)
        wake = finish
      }),
  }
}
