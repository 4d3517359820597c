import { z } from 'zod'
import { reachedEvents } from '@/domain/core/queries/job-events'
import { refuse } from '@/kernel/errors'
import { grantsOf, type Principal } from '@/platform/access/principal'
import { defineOperation } from '@/platform/operation'

/** Allows a failed job of an event to be tried again; NOT_FOUND unless the event is of an organization one oversees. */
export const retryJobOf = defineOperation({
  name: 'job.retry',
  permission: 'job.retry',
  summary: 'Try a failed job again',
  input: z.strictObject({ event: z.uuid(), name: z.string().max(80) }),
  run: async (ctx, { event, name }) => {
    const [reached] = await reachedEvents(ctx, 'job.retry', [event])
    if (!reached) return refuse('NOT_FOUND', { noun: 'The job' })
    return { event, name }
  },
})

/** Allows a failed schedule to be done again; schedules belong to the installation, so only a headquarters may. */
export const retryScheduleOf = defineOperation({
  name: 'schedule.retry',
  permission: 'job.retry',
  summary: 'Do a failed schedule again',
  input: z.strictObject({ job: z.string().min(1).max(200) }),
  run: async (ctx, { job }) => {
    if (!mayRetrySchedules(ctx.principal, 'job.retry')) refuse('NOT_FOUND', { noun: 'The job' })
    return Promise.resolve({ job })
  },
})

/** Whether a permission about jobs is held for a whole tree: at the top of it. */
export function mayRetrySchedules(principal: Principal, permission: 'job.read' | 'job.retry'): boolean {
  return principal.memberships.some(
    (membership) =>
      membership.organization.id === membership.organization.tree &&
      grantsOf(principal, membership, permission).some(({ reach, branch }) => branch === null && reach !== 'own'),
  )
}
