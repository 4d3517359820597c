import { Client } from 'pg'
import { env } from '@/platform/env'

const RECONNECT_MS = 1_000

/** A connection that listens; `stop` ends it. */
export interface Ear {
  stop(): Promise<void>
}

/** What an ear is for: `channels` it listens to, and whom it tells. */
export interface Hearing {
  channels: readonly string[]
  hear: (channel: string, payload: string) => void
  /** Told each time it begins to listen: what was said before went unheard. */
  ready?: () => void
  /** Name of the connection in the database server. */
  name: string
}

/** Keeps one connection of its own listening, and opens a new one when it breaks. */
export function listenTo({ channels, hear, ready, name }: Hearing): Ear {
  let isStopping = false
  let client: Client | null = null
  const connect = async (): Promise<void> => {
    if (isStopping) return
    const fresh = new Client({ connectionString: env.DATABASE_URL, application_name: name, keepAlive: true })
    client = fresh
    fresh.on('notification', ({ channel, payload = '' }) => hear(channel, payload))
    fresh.once('end', again)
    // Without a listener an error would end the process; what follows it is `end`, and that is heard.
    fresh.on('error', () => undefined)
    try {
      await fresh.connect()
      for (const channel of channels) await fresh.query(`listen ${channel}`)
      ready?.()
    } catch {
      // The database is away: its end is the beginning of the next try.
      fresh.end().catch(() => undefined)
    }
  }
  const again = () => {
    if (!isStopping) setTimeout(() => void connect(), RECONNECT_MS)
  }
  void connect()
  return {
    stop: async () => {
      isStopping = true
      // A connection that is lost has ended.
      await client?.end().catch(() => undefined)
    },
  }
}
