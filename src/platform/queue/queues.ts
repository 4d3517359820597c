import type { JobsOptions } from 'bullmq'
import type { Backend, JobData, JobQueue, QueueName } from '@/platform/queue/backend'
import type { Consumer, Effect, JobTable, Retries } from '@/platform/queue/jobs'

const ATTEMPTS = 5
const WAIT_MS = 1_000
const KEEP_FAILED_SECONDS = 30 * 86_400

// The queue lets nobody remove single jobs of a scheduler, so a tick leaves nothing behind; what failed is a job of its own.
const TICK_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true }
const AGAIN_OPTIONS = {
  attempts: 2,
  backoff: { type: 'fixed', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: { count: 200 },
}

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
    const repeat =
      'nightly' in rhythm
        ? { pattern: patternOf(rhythm.nightly), tz: 'UTC' }
        : { every: Math.round(rhythm.seconds() * 1_000) }
    await clock.upsertJobScheduler(name, repeat, { name, data: { name, summary }, opts: TICK_OPTIONS })
  }
}

/** What becomes of a tick: whether it was one of the clock or the second try of one. */
export interface Ticks {
  failed(job: { id?: string | undefined; data: JobData }): Promise<void>
  worked(job: { id?: string | undefined; data: JobData }): Promise<void>
}

/**
 * Keeps a failed tick as a job of its own, one per schedule: it is tried twice more, can be looked at and retried, and is
 * forgotten once the schedule works again, because the later time did what it could not.
 */
export async function keepingFailures(clock: JobQueue): Promise<Ticks> {
  const failing = new Set((await clock.getJobs(['failed'], 0, MOST_FAILED)).map((job) => job.data.name))
  return {
    failed: async ({ id, data }) => {
      failing.add(data.name)
      if (id !== againId(data)) await clock.add(data.name, data, { ...AGAIN_OPTIONS, jobId: againId(data) })
    },
    worked: async ({ id, data }) => {
      if (!failing.delete(data.name) || id === againId(data)) return
      // While it is being tried again it cannot be removed; it ends by itself then.
      await (await clock.getJob(againId(data)))?.remove().catch(() => failing.add(data.name))
    },
  }
}

const MOST_FAILED = 999

function againId({ name }: JobData): string {
  return `again.${name}`
}

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
