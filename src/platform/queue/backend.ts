import { createPostgresBackend, isPgPool, Queue, withBackend, Worker, type JobsOptions } from 'bullmq'
import { Redis } from 'ioredis'
import { Pool } from 'pg'
import { env } from '@/platform/env'
import { noteOutage } from '@/platform/outage'

/** `events`: operations that follow events; `outside`: mails and files; `clock`: schedules. */
export const QUEUES = ['events', 'outside', 'clock'] as const
export type QueueName = (typeof QUEUES)[number]

/** What a queued job carries: the event (none for schedules) and which of its jobs. Rows are read when it runs. */
export interface JobData {
  event?: string
  name: string
  /** Of a schedule: what it does, in words. */
  summary?: string
}

/** A job as the queue keeps it. */
export interface QueuedJob {
  id?: string | undefined
  name: string
  data: JobData
  attemptsMade: number
  failedReason: string
  timestamp: number
  finishedOn?: number | undefined
  delay?: number | undefined
  retry(): Promise<void>
  remove(): Promise<void>
}

type State = 'waiting' | 'active' | 'delayed' | 'failed' | 'completed'

/** The part of BullMQ's queue this product uses, the same on PostgreSQL and on Redis. */
export interface JobQueue {
  add(name: string, data: JobData, opts?: JobsOptions): Promise<unknown>
  getJobCounts(...states: State[]): Promise<Record<string, number>>
  getJobs(states: State[], start: number, end: number, oldestFirst?: boolean): Promise<QueuedJob[]>
  getJob(id: string): Promise<QueuedJob | undefined>
  upsertJobScheduler(
    id: string,
    repeat: { every: number } | { pattern: string; tz: string },
    template: { name: string; data: JobData; opts: object },
  ): Promise<unknown>
  getJobSchedulers(): Promise<
    { key: string; every?: number | undefined; pattern?: string | undefined; template?: { data?: JobData } }[]
  >
  removeJobScheduler(id: string): Promise<boolean>
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
}

/** Something that takes jobs from a queue until it is closed; closing waits for the job at hand. */
export interface JobWorker {
  close(): Promise<void>
}

export type Run = (job: { data: JobData; id?: string | undefined; attemptsMade: number }) => Promise<void>

/** Where queues live: PostgreSQL (schema `bullmq`) unless REDIS_URL names a Redis. One set of connections per process. */
export interface Backend {
  queue(name: QueueName): JobQueue
  worker(name: QueueName, run: Run, concurrency: number): JobWorker
  close(): Promise<void>
}

/** Opens the backend of this process; `connections` bounds the pool on PostgreSQL (each worker keeps one for LISTEN). */
export function openBackend(connections: number): Backend {
  return env.REDIS_URL ? redisBackend(env.REDIS_URL) : postgresBackend(connections)
}

// A killed worker's job is taken over by another one after five seconds, however often that happens.
const TAKE_OVER = { lockDuration: 5_000, stalledInterval: 3_000, maxStalledCount: 50 }

function postgresBackend(connections: number): Backend {
  const pool = new Pool({
    connectionString: env.DATABASE_URL,
    options: '-c search_path=bullmq',
    max: connections,
    application_name: `${env.APP_NAME}-queue`,
    connectionTimeoutMillis: env.CONNECT_TIMEOUT_MS,
    statement_timeout: env.STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  })
  pool.on('error', (err) => noteOutage('the queue', err, { msg: 'queue connection lost' }))
  pool.on('connect', (client) => client.on('error', () => undefined))
  const bull = withBackend(createPostgresBackend)
  // pg's own type is narrower than BullMQ's description of it; the check is BullMQ's.
  if (!isPgPool(pool)) throw new Error('BullMQ does not know this pool.')
  const options = { connection: pool }
  return {
    queue: (name) => watched(new bull.Queue<JobData>(name, options), name),
    worker: (name, run, concurrency) =>
      watched(new bull.Worker<JobData, void>(name, run, { ...options, ...TAKE_OVER, ...gentle, concurrency }), name),
    close: () => pool.end(),
  }
}

function redisBackend(url: string): Backend {
  const connection = new Redis(url, { maxRetriesPerRequest: null })
  connection.on('error', (err: Error) => noteOutage('the queue', err, { msg: 'queue connection lost' }))
  return {
    queue: (name) => watched(new Queue<JobData>(name, { connection, prefix: 'tf' }), name),
    worker: (name, run, concurrency) =>
      watched(
        new Worker<JobData, void>(name, run, { connection, prefix: 'tf', ...TAKE_OVER, ...gentle, concurrency }),
        name,
      ),
    close: async () => {
      await connection.quit()
    },
  }
}

// How long a worker rests after its queue could not be reached.
const gentle = { runRetryDelay: 1_000 }

// An 'error' event without a listener ends the process; a lost connection heals by itself.
function watched<T extends { on(event: 'error', listener: (error: Error) => void): unknown }>(
  thing: T,
  name: string,
): T {
  thing.on('error', (err) => noteOutage('the queue', err, { msg: 'queue error', queue: name }))
  return thing
}
