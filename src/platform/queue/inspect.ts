import { log } from '@/platform/log'
import { openBackend, type Backend, type JobQueue, type QueueName } from '@/platform/queue/backend'
import { queuesOf } from '@/platform/queue/queues'

/** A job that failed for good, as far as the queue knows. */
export interface FailedJob {
  queue: QueueName
  id: string
  name: string
  /** The event it belongs to; null for schedules. */
  event: string | null
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
    attempts: job.attemptsMade,
    reason: job.failedReason,
    failedAt: job.finishedOn ? new Date(job.finishedOn) : null,
  }))
}

/** The schedules the clock ticks for, as the worker wound it up last. */
export async function schedules(): Promise<{ name: string; everySeconds: number | null }[]> {
  const known = await looking((of) => of('clock').getJobSchedulers())
  return known.map(({ key, every }) => ({ name: key, everySeconds: every ? every / 1_000 : null }))
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
    if (opened === open) await stopLooking().catch(() => undefined)
    throw error
  }
}

function openFresh() {
  const backend = openBackend(CONNECTIONS)
  return { backend, ...queuesOf(backend) }
}
