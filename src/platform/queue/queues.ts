import type { JobsOptions } from 'bullmq'
import type { Backend, JobQueue, QueueName } from '@/platform/queue/backend'
import type { Consumer, Effect, JobTable, Retries } from '@/platform/queue/jobs'

const ATTEMPTS = 5
const WAIT_MS = 1_000
const KEEP_FAILED_SECONDS = 30 * 86_400

/**
 * Puts the jobs of events into their queues. The same event adds the same job ids, so sending twice adds nothing. Jobs
 * are added one by one: BullMQ's bulk statement makes sequences, and the application's roles make nothing.
 */
export async function enqueue(
  queueOf: (name: QueueName) => JobQueue,
  table: JobTable,
  events: readonly { id: string; name: string }[],
): Promise<void> {
  const adding = events.flatMap((event) =>
    (table.byEvent.get(event.name) ?? []).map((job) =>
      queueOf(queueFor(job)).add(job.name, { event: event.id, name: job.name }, optionsOf(job, event.id)),
    ),
  )
  await Promise.all(adding)
}

/** Makes the clock tick for exactly the schedules of the table; those of an older version are taken out. */
export async function wind(clock: JobQueue, table: JobTable): Promise<void> {
  for (const { key } of await clock.getJobSchedulers())
    if (!table.schedules.has(key)) await clock.removeJobScheduler(key)
  for (const { name, seconds } of table.schedules.values()) {
    const opts = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 50 } }
    await clock.upsertJobScheduler(name, { every: Math.round(seconds() * 1_000) }, { name, data: { name }, opts })
  }
}

/** The queues of a backend, each opened once. */
export function queuesOf(backend: Backend): { of: (name: QueueName) => JobQueue; close: () => Promise<void> } {
  const open = new Map<QueueName, JobQueue>()
  return {
    of: (name) => {
      const queue = open.get(name) ?? backend.queue(name)
      open.set(name, queue)
      return queue
    },
    close: async () => {
      await Promise.all([...open.values()].map((queue) => queue.close()))
    },
  }
}

function queueFor(job: Consumer | Effect): 'events' | 'outside' {
  return job.kind === 'effect' ? 'outside' : 'events'
}

function optionsOf(job: { name: string; retries: Retries }, event: string): JobsOptions {
  return {
    // BullMQ refuses a colon in ids of its users.
    jobId: `${event}.${job.name}`,
    attempts: job.retries.attempts ?? ATTEMPTS,
    backoff: { type: 'exponential', delay: job.retries.waitMs ?? WAIT_MS, jitter: 0.2 },
    removeOnComplete: { age: 3_600, count: 1_000 },
    removeOnFail: { age: KEEP_FAILED_SECONDS },
  }
}
