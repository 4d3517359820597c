import { log } from '@/platform/log'
import {
  openBackend,
  QUEUES,
  type Backend,
  type JobQueue,
  type QueuedJob,
  type QueueName,
} from '@/platform/queue/backend'
import { queuesOf } from '@/platform/queue/queues'

/** A job that failed for good, as far as the queue knows. */
export interface FailedJob {
  queue: QueueName
  id: string
  name: string
  /** The event it belongs to; null for schedules. */
  event: string | null
  /** Of a schedule: what it does. */
  summary: string | null
  attempts: number
  reason: string
  failedAt: Date | null
}

// Two connections of this process are enough to look and to retry.
const CONNECTIONS = 2
const MOST = 500

let opened: { backend: Backend; of: (name: QueueName) => JobQueue; close: () => Promise<void> } | null = null

/** The failed jobs of a queue, the newest first, at most 500. */
export async function failedJobs(queue: QueueName): Promise<FailedJob[]> {
  const jobs = await looking((of) => of(queue).getJobs(['failed'], 0, MOST - 1))
  return jobs.map((job) => ({
    queue,
    id: job.id ?? '',
    name: job.data.name,
    event: job.data.event ?? null,
    summary: job.data.summary ?? null,
    attempts: job.attemptsMade,
    reason: job.failedReason,
    failedAt: job.finishedOn ? new Date(job.finishedOn) : null,
  }))
}

/** The events of failed jobs of whichever tree, one per job. Empty when the queues cannot be reached. */
export async function failedEvents(): Promise<string[]> {
  const found = await Promise.all([failedJobs('events'), failedJobs('outside')]).catch(() => [])
  return found.flat().flatMap(({ event }) => event ?? [])
}

/** How much lies in a queue, and for how many seconds the job that is due the longest has been waiting. */
export interface QueueFacts {
  queue: QueueName
  waiting: number
  active: number
  delayed: number
  failed: number
  lagSeconds: number
}

/** Looks at every queue; throws when they cannot be reached. */
export async function inspectQueues(): Promise<QueueFacts[]> {
  return looking((of) => Promise.all(QUEUES.map((name) => factsOf(name, of(name)))))
}

async function factsOf(name: QueueName, queue: JobQueue): Promise<QueueFacts> {
  const [counts, oldest] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    Promise.all([queue.getJobs(['waiting'], 0, 0, true), queue.getJobs(['delayed'], 0, 0, true)]),
  ])
  const count = (state: string) => counts[state] ?? 0
  const lags = oldest.flat().map((job) => (Date.now() - dueAt(job)) / 1_000)
  return {
    queue: name,
    ...{ waiting: count('waiting'), active: count('active'), delayed: count('delayed'), failed: count('failed') },
    lagSeconds: Math.max(0, ...lags),
  }
}

function dueAt({ timestamp, delay }: QueuedJob): number {
  return timestamp + (delay ?? 0)
}

/** The schedules the clock ticks for, as the worker wound it up last. */
export async function schedules(): Promise<ClockEntry[]> {
  const known = await looking((of) => of('clock').getJobSchedulers())
  return known.map(({ key, every, pattern, template }) => ({
    name: key,
    summary: template?.data?.summary ?? key,
    everySeconds: every ? Number(every) / 1_000 : null,
    nightlyAt: pattern ? timeOf(pattern) : null,
  }))
}

/** When a schedule ticks: every so many seconds, or each night at `02:15` UTC. */
export interface ClockEntry {
  name: string
  summary: string
  everySeconds: number | null
  nightlyAt: string | null
}

function timeOf(pattern: string): string {
  const [minutes = '0', hours = '0'] = pattern.split(' ')
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

/** Lets a failed job be tried again at once; false when it is not failed (any more). */
export async function retryJob(queue: QueueName, id: string): Promise<boolean> {
  return looking(async (of) => {
    const job = await of(queue).getJob(id)
    if (!job) return false
    try {
      await job.retry()
      return true
    } catch (err) {
      log.info({ msg: 'job was not retried', queue, id, err })
      return false
    }
  })
}

/** Closes what looking opened. */
export async function stopLooking(): Promise<void> {
  const open = opened
  opened = null
  await open?.close()
  await open?.backend.close()
}

// BullMQ remembers a failed first connection for ever; after any failure the next look opens a fresh one.
async function looking<T>(look: (of: (name: QueueName) => JobQueue) => Promise<T>): Promise<T> {
  const open = opened ?? openFresh()
  opened = open
  try {
    return await look(open.of)
  } catch (error) {
    // What cannot be reached cannot be closed well either; the failure that led here is told.
    if (opened === open) await stopLooking().catch(() => undefined)
    throw error
  }
}

function openFresh() {
  const backend = openBackend(CONNECTIONS)
  return { backend, ...queuesOf(backend) }
}
