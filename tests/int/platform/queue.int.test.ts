import { expect } from '@jest/globals'

import { poolOf } from '@/platform/db/pool'
import { queueContract } from './queue-contract'

queueContract('PostgreSQL', async (payload) => {
  // A role may end its own connections: pool, queue, listeners, all but the one that asks.
  const ended = await poolOf(payload).query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
  )
  expect(ended.rowCount).toBeGreaterThan(5)
})
