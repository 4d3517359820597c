import type { Payload } from 'payload'
import type { Pool, PoolConfig } from 'pg'
import { env } from '@/platform/env'

/** Pool settings of every process (PF5, PF6): a request waits at most a few seconds, nothing hangs for ever. */
export function poolOptions(): PoolConfig & { pipeline: boolean } {
  return {
    connectionString: env.DATABASE_URL,
    max: env.POOL_MAX,
    connectionTimeoutMillis: env.CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    application_name: env.APP_NAME,
    statement_timeout: env.STATEMENT_TIMEOUT_MS,
    lock_timeout: env.LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 20_000,
    keepAlive: true,
    // Statements are sent as they come, without waiting for the answer to the one before.
    pipeline: true,
  }
}

/** The pool behind Payload's adapter. */
export function poolOf(payload: Payload): Pool {
  return payload.db.pool
}
