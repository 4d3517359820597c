import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { refuse } from '@/kernel/errors'
import { env } from '@/platform/env'
import { noteOutage } from '@/platform/outage'
import { perProcess } from '@/platform/per-process'

/** A stream as far as its place is concerned. */
export interface Placed {
  id: string
  holder: string
}

/** A process that died renews nothing; after this its places are free. Streams renew theirs three times as often. */
const LEASE_SECONDS = 45

const here = perProcess('stream-places', () => randomUUID())

const TAKE = 'select tf_take_stream($1::uuid, $2::uuid, $3::uuid, $4::uuid[], $5::int, $6::int) as taken'
const RENEW = `insert into open_streams (id, holder, process, ends_at) select id, holder, $3::uuid, now() + make_interval(secs => $4)
from unnest($1::uuid[], $2::uuid[]) as s(id, holder) on conflict (id) do update set ends_at = excluded.ends_at`

/**
 * Takes one of the places a person or key has for streams, over all processes. `open` are those of this process, so that
 * one that has just ended does not count. STREAMS_FULL when there is none left.
 */
export async function takePlace(pool: Pool, { id, holder }: Placed, open: readonly Placed[]): Promise<void> {
  const still = open.filter((one) => one.holder === holder).map((one) => one.id)
  const values = [id, holder, here, still, env.STREAMS_PER_PERSON, LEASE_SECONDS]
  const { rows } = await pool.query<{ taken: number | null }>({ name: 'tf_take_stream', text: TAKE, values })
  const taken = rows[0]?.taken ?? null
  if (taken !== null) refuse('STREAMS_FULL', { count: taken })
}

/** Gives a place back. When that fails it ends with its lease. */
export async function leavePlace(pool: Pool, id: string): Promise<void> {
  await pool.query({ name: 'tf_leave_stream', text: 'delete from open_streams where id = $1::uuid', values: [id] }).catch(noted)
}

/** Says that these streams are still open, and forgets those of processes that said nothing any more. */
export async function renewPlaces(pool: Pool, open: readonly Placed[]): Promise<void> {
  const values = [open.map(({ id }) => id), open.map(({ holder }) => holder), here, LEASE_SECONDS]
  await pool.query({ name: 'tf_renew_streams', text: RENEW, values }).catch(noted)
  await pool.query({ name: 'tf_forget_streams', text: 'delete from open_streams where ends_at < now()' }).catch(noted)
}

function noted(error: unknown): void {
  noteOutage('the database', error, { msg: 'places of streams could not be kept; they end with their lease' })
}
