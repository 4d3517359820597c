import type { RateLimiterAbstract } from 'rate-limiter-flexible'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible'
import { Redis } from 'ioredis'
import { Pool } from 'pg'
import { poolOptions } from '@/platform/db/pool'
import { env } from '@/platform/env'
import { log } from '@/platform/log'
import { perProcess } from '@/platform/per-process'

/** Points used in the present window, and how long it lasts. */
export interface Used {
  points: number
  ms: number
}

const state = perProcess('limit-store', () => ({
  limiters: new Map<number, RateLimiterAbstract>(),
  pool: undefined as Pool | undefined,
  redis: undefined as Redis | undefined,
  /** settled once the first connection to Redis stands or has failed */
  greeted: undefined as Promise<void> | undefined,
}))

/**
 * Adds points to a key's window of `seconds` in the store all processes share (Redis when REDIS_URL is set, else an
 * unlogged table); a window begins with its first point. While the store is away this process counts alone.
 */
export async function addPoints(key: string, points: number, seconds: number): Promise<Used> {
  const limiter = limiterOf(seconds)
  // Before the first connection stands commands fail at once, and what came first would be counted alone.
  await state.greeted
  const { consumedPoints, msBeforeNext } = await limiter.penalty(key, points)
  return { points: consumedPoints, ms: Math.max(msBeforeNext, 0) }
}

/** The pool of the limiter: small and its own, so that a flood of sign-ins does not take the connections of the others. */
export function limitPool(): Pool {
  state.pool ??= openPool()
  return state.pool
}

/** Lets go of what is open; for the end of a process and of tests. */
export async function closeLimits(): Promise<void> {
  const { pool, redis } = state
  state.limiters.clear()
  state.pool = state.redis = state.greeted = undefined
  redis?.disconnect()
  await pool?.end()
}

function limiterOf(seconds: number): RateLimiterAbstract {
  const known = state.limiters.get(seconds)
  if (known) return known
  const limiter = newLimiter(seconds)
  state.limiters.set(seconds, limiter)
  return limiter
}

// Windows of different lengths are different keys; the figure is compared by whoever asks, it differs by organization.
function newLimiter(duration: number): RateLimiterAbstract {
  const common = { points: Number.MAX_SAFE_INTEGER, duration, keyPrefix: `l${duration}` }
  const insuranceLimiter = new RateLimiterMemory(common)
  if (env.REDIS_URL) return new RateLimiterRedis({ ...common, insuranceLimiter, storeClient: redisOf(env.REDIS_URL) })
  const table = { tableName: 'rate_limits', tableCreated: true, clearExpiredByTimeout: true }
  return new RateLimiterPostgres({ ...common, ...table, insuranceLimiter, storeClient: limitPool(), storeType: 'pool' })
}

function redisOf(url: string): Redis {
  if (state.redis) return state.redis
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 1_000 })
  redis.on('error', (err) => log.warn({ msg: 'limits cannot reach redis', err }))
  state.greeted = new Promise((resolve) => void redis.once('ready', resolve).once('close', resolve))
  state.redis = redis
  return redis
}

function openPool(): Pool {
  const pool = new Pool({
    ...poolOptions(),
    max: 2,
    connectionTimeoutMillis: 1_000,
    application_name: `${env.APP_NAME}-limits`,
    allowExitOnIdle: true,
  })
  pool.on('error', (err) => log.warn({ msg: 'limits lost their database connection', err }))
  return pool
}
