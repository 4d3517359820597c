import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { mayRetrySchedules, reachedEvents, retryJobOf, retryScheduleOf, waitingWork } from '@/domain/core'
import { NoQuery } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { principalOf } from '@/platform/access/principal'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { queryRoute, rawRoute, type Route } from '@/platform/http/route'
import { perform } from '@/platform/perform'
import { failedJobs, retryJob, schedules, type FailedJob } from '@/platform/queue/inspect'
import type { Reader } from '@/platform/reader'

const tag = 'jobs'
const Queue = z.enum(['events', 'outside', 'clock'])

/** What waits, what failed, and trying again: each for the organizations one oversees. */
export const jobRoutes: Route[] = [
  queryRoute({
    ...{
      method: 'GET',
      path: '/jobs',
      tag,
      summary: 'What waits and what failed',
      permission: 'job.read',
      query: NoQuery,
    },
    answer: async ({ reader }) => {
      const [work, failed, clock] = await Promise.all([waitingWork(reader), allFailed(reader), schedules()])
      return { ...work, failed: failed.length, schedules: clock }
    },
  }),
  queryRoute({
    ...{
      method: 'GET',
      path: '/jobs/failed',
      tag,
      summary: 'Failed jobs with their reasons, newest first',
      permission: 'job.read',
      query: NoQuery,
    },
    answer: ({ reader }) => allFailed(reader),
  }),
  rawRoute({
    ...{
      method: 'POST',
      path: '/jobs/:queue/:id/retry',
      tag,
      summary: 'Try a failed job again',
      isPublic: false,
      respond: retry,
    },
  }),
]

async function allFailed(reader: Reader) {
  const found = [...(await failedJobs('events')), ...(await failedJobs('outside'))]
  const events = await reachedEvents(
    reader,
    'job.read',
    found.flatMap((job) => job.event ?? []),
  )
  const byId = new Map(events.map((event) => [event.id, event]))
  return [...found.flatMap((job) => shown(job, byId.get(job.event ?? ''))), ...(await failedSchedules(reader))]
}

// Schedules work for the whole installation. Why one failed may name rows of another tree, so it is said only where
// there is one tree.
async function failedSchedules(reader: Reader) {
  if (!mayRetrySchedules(reader.principal, 'job.read')) return []
  const [alone] = await reader.rows<{ isAlone: boolean }>(
    `select count(*) = 1 as "isAlone" from organizations where parent_id is null`,
  )
  return (await failedJobs('clock')).map(({ queue, id, name, summary, attempts, reason, failedAt }) => ({
    ...{ queue, id, name, attempts, failedAt, event: null },
    summary: summary ?? name,
    reason: alone?.isAlone ? reason : 'The log of the worker says why.',
  }))
}

function shown(
  { queue, id, name, attempts, reason, failedAt }: FailedJob,
  event: Awaited<ReturnType<typeof reachedEvents>>[number] | undefined,
) {
  return event ? [{ queue, id, name, attempts, reason, failedAt, summary: null, event }] : []
}

async function retry(req: PayloadRequest, params: Readonly<Record<string, string>>): Promise<Response> {
  const queue = Queue.safeParse(params['queue']).data ?? refuse('NOT_FOUND', { noun: 'The queue' })
  const job = params['id'] ?? ''
  const facts = requestFacts(req)
  const caller = { payload: req.payload, principal: principalOf(req.user), facts }
  if (queue === 'clock') await perform(retryScheduleOf, { job }, caller)
  else await perform(retryJobOf, namesOf(job), caller)
  if (!(await retryJob(queue, job))) refuse('CONFLICT', { reason: 'This job is not failed any more; reload the page.' })
  return succeeded({ retried: true }, facts.requestId)
}

// Job ids of events are `<event>.<name of the job>`.
function namesOf(job: string): { event: string; name: string } {
  const [event = '', ...name] = job.split('.')
  const isId = z.uuid().safeParse(event).success && name.length > 0
  return isId ? { event, name: name.join('.') } : refuse('NOT_FOUND', { noun: 'The job' })
}
