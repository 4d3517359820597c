import type { JobsOptions } from 'bullmq'
import type { Backend, JobQueue, QueueName } from '@/platform/queue/backend'
import type { Consumer, Effect, JobTable, Retries } from '@/platform/queue/jobs'

const ATTEMPTS = 5
const WAIT_MS = 1_000
const KEEP_FAILED_SECONDS = 30 * 86_400

/** A schedule is not tried again by itself: its next time comes. The last failures stay to be looked at. */
export const CLOCK_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 50 } }

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
  for (const { name, rhythm, summary } of table.schedules.values()) {
    const repeat = 'nightly' in rhythm ? { pattern: patternOf(rhythm.nightly), tz: 'UTC' } : { every: Math.round(rhythm.seconds() * 1_000) }
    await clock.upsertJobScheduler(name, repeat, { name, data: { name, summary }, opts: CLOCK_OPTIONS })
  }
}

/** Forgets the failures of a schedule once it works again: what failed was done by the later time. */
export async function forgettingFailures(clock: JobQueue): Promise<{ failed(name: string): void; worked(name: string): Promise<void> }> {
  const failing = new Set((await clock.getJobs(['failed'], 0, MOST_FAILED)).map((job) => job.data.name))
  return {
    failed: (name) => void failing.add(name),
    worked: async (name) => {
      if (!failing.delete(name)) return
      const jobs = await clock.getJobs(['failed'], 0, MOST_FAILED)
      for (const job of jobs.filter((one) => one.data.name === name)) await job.remove()
    },
  }
}

const MOST_FAILED = 999

/** `02:15` as a line of cron. */
function patternOf(time: string): string {
  const [hours, minutes] = time.split(':').map(Number)
  return `${minutes} ${hours} * * *`
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
