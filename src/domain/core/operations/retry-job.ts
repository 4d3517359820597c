import { z } from 'zod'
import { reachedEvents } from '@/domain/core/queries/job-events'
import { refuse } from '@/kernel/errors'
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
