import type { Pool, PoolClient } from 'pg'
import { rollBack } from '@/platform/db/roll-back'
import type { HappenedEvent } from '@/platform/queue/jobs'

/** A job on its way to a queue: which event, and which of its jobs. */
export interface WaitingJob {
  event: string
  name: string
}

interface Row {
  id: string
  name: string
}

const WAITING = `select id, name from outbox_events where dispatched_at is null order by at, id limit $1 for update skip locked`
const DONE = `update outbox_events set dispatched_at = now(), attempts = attempts + 1, updated_at = now() where id = any($1::uuid[])`
const ONE = `select id, name, subject_type, subject, organization_id, counterparty_id, actor_id, data, at from outbox_events where id = $1::uuid`

/**
 * Hands waiting events to `send` and marks them dispatched in the same transaction (N1): a crash in between sends them
 * again under the same job ids, never loses them. Two dispatchers take different rows. Answers how many it took.
 */
export async function dispatchWaiting(
  pool: Pool,
  most: number,
  send: (events: Row[]) => Promise<void>,
): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<Row>(WAITING, [most])
    if (rows.length === 0) return 0
    await send(rows)
    await client.query(DONE, [rows.map((row) => row.id)])
    return rows.length
  })
}

/** Reads one event; null when it is not there (any more). */
export async function readEvent(pool: Pool, id: string): Promise<HappenedEvent | null> {
  const { rows } = await pool.query<EventRow>(ONE, [id])
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    name: row.name,
    subject: { type: row.subject_type, id: row.subject },
    organization: row.organization_id,
    counterparty: row.counterparty_id,
    actor: row.actor_id,
    data: row.data,
    at: row.at,
  }
}

interface EventRow extends Row {
  subject_type: string
  subject: string
  organization_id: string
  counterparty_id: string | null
  actor_id: string | null
  data: unknown
  at: Date
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const ignore = () => undefined
  client.on('error', ignore)
  let broken = false
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}
