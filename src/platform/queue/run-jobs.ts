import type { Payload } from 'payload'
import { poolOf } from '@/platform/db/pool'
import { noteOutage } from '@/platform/outage'
import { openBackend, type JobData, type JobWorker, type Run } from '@/platform/queue/backend'
import { consume, runSchedule } from '@/platform/queue/consumer'
import { startDispatcher } from '@/platform/queue/dispatcher'
import type { JobTable } from '@/platform/queue/jobs'
import { enqueue, keepingFailures, queuesOf, wind } from '@/platform/queue/queues'

const CONCURRENCY = { events: 4, outside: 4, clock: 2 }
// Three workers keep a listening connection each; the rest is for taking and finishing jobs.
const CONNECTIONS = 10

/** Dispatcher, workers and clock of this process; `stop` finishes what is at hand and closes the connections. */
export interface RunningJobs {
  stop(): Promise<void>
}

/** Starts them. Throws when the queue's tables are missing. */
export async function runJobs(payload: Payload, table: JobTable): Promise<RunningJobs> {
  const backend = openBackend(CONNECTIONS)
  const queues = queuesOf(backend)
  await wind(queues.of('clock'), table)
  const ticks = await keepingFailures(queues.of('clock'))
  const tick: Run = async (job) => {
    try {
      await runSchedule(payload, table, job.data.name)
    } catch (error) {
      await ticks
        .failed(job)
        .catch((err: unknown) => noteOutage('the queue', err, { msg: 'a failed tick could not be kept' }))
      throw error
    }
    await ticks.worked(job)
  }
  const workers: JobWorker[] = [
    backend.worker(
      'events',
      spoken('events', (job) => consume(payload, table, eventJob(job.data))),
      CONCURRENCY.events,
    ),
    backend.worker(
      'outside',
      spoken('outside', (job) => consume(payload, table, eventJob(job.data))),
      CONCURRENCY.outside,
    ),
    backend.worker('clock', spoken('clock', tick), CONCURRENCY.clock),
  ]
  const dispatcher = startDispatcher(poolOf(payload), (events) => enqueue(queues.of, table, events))
  return {
    stop: async () => {
      await dispatcher.stop()
      await Promise.all(workers.map((worker) => worker.close()))
      await queues.close()
      await backend.close()
    },
  }
}

function eventJob(data: JobData): { event: string; name: string } {
  if (data.event === undefined) throw new Error(`The job ${data.name} names no event.`)
  return { event: data.event, name: data.name }
}

function spoken(queue: string, run: Run): Run {
  return async (job) => {
    try {
      await run(job)
    } catch (err) {
      const attempt = job.attemptsMade + 1
      noteOutage('the database', err, { msg: 'job failed', queue, job: job.id, name: job.data.name, attempt })
      throw err
    }
  }
}
