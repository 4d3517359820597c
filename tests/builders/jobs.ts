import type { Payload } from 'payload'

import { jobs } from '@/jobs'
import { poolOf } from '@/platform/db/pool'
import { consume, jobsOf, runSchedule } from '@/platform/queue/consumer'
import { dispatchWaiting, type WaitingJob } from '@/platform/queue/outbox'
import type { JobTable } from '@/platform/queue/jobs'

/**
 * Dispatches and performs everything that waits in the outbox, in this process and without a queue, until nothing is
 * left; what the jobs emit is done too. Throws the first failure. Answers the names of the jobs in the order they ran.
 */
export async function drainJobs(payload: Payload, table: JobTable = jobs): Promise<string[]> {
  const done: string[] = []
  for (let round = 0; round < 50; round += 1) {
    const waiting: WaitingJob[] = []
    const taken = await dispatchWaiting(poolOf(payload), 500, async (events) => {
      for (const event of events)
        waiting.push(...jobsOf(table, event).map((job) => ({ event: event.id, name: job.name })))
      return Promise.resolve()
    })
    if (taken === 0) return done
    for (const one of waiting) {
      await consume(payload, table, one)
      done.push(one.name)
    }
  }
  throw new Error('The jobs keep causing new events; a cycle?')
}

/** Performs one schedule now, as the clock would; `now` shifts the clock. */
export async function runClock(payload: Payload, name: string, now?: Date): Promise<void> {
  await runSchedule(payload, jobs, name, now)
}
