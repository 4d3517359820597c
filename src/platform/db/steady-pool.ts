import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Pool } from 'pg'
import { inOneWrite } from '@/platform/db/one-write'
import { noteOutage } from '@/platform/outage'

type Adapter = PostgresAdapter & { rejectInitializing?: () => void }

/**
 * Gives the adapter a pool that survives its server (PF6). Payload's own way of connecting listens for no errors of
 * the pool, so an idle connection that dies ends the process, and it keeps one connection checked out for ever, one more
 * after each reset. With a pool already there it leaves both be.
 */
export function withSteadyPool<T extends Adapter>(adapter: T): T {
  const connect = adapter.connect?.bind(adapter)
  adapter.connect = async (options) => {
    const known = adapter.pool as Pool | undefined
    if (!known) adapter.pool = await openPool(adapter)
    await connect?.(options)
  }
  return adapter
}

async function openPool(adapter: Adapter): Promise<Pool> {
  const pool = new adapter.pg.Pool(adapter.poolOptions) as Pool
  pool.on('connect', inOneWrite)
  pool.on('error', (err) => noteOutage('the database', err, { msg: 'database connection lost' }))
  try {
    await pool.query('select 1')
    return pool
  } catch (error) {
    await pool.end()
    adapter.rejectInitializing?.()
    throw new Error('The database does not answer; is DATABASE_URL right?', { cause: error })
  }
}
