import { z } from 'zod'
import { securityEventMachine } from '@/domain/core/security/status'
import { defineOperation, type TransitionRow } from '@/platform/operation'

const noun = 'The security event'

/** Says that somebody looks at an event. */
export const acknowledgeSecurityEvent = defineOperation({
  name: 'security-event.acknowledge',
  permission: 'security.triage',
  summary: 'Acknowledge a security event',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const row = await ctx.lock<TransitionRow>('security-events', id, { noun })
    const handled = { handledBy: ctx.principal.id, handledAt: ctx.now }
    ctx.transition(securityEventMachine, 'security-events', { ...row, noun: 'Security event' }, 'acknowledge', handled)
    return { id, status: 'acknowledged' as const }
  },
})

/** Closes an event with what it was and what was done. */
export const resolveSecurityEvent = defineOperation({
  name: 'security-event.resolve',
  permission: 'security.triage',
  summary: 'Resolve a security event',
  input: z.strictObject({ id: z.uuid(), note: z.string().trim().min(3).max(2_000) }),
  run: async (ctx, { id, note }) => {
    const row = await ctx.lock<TransitionRow>('security-events', id, { noun })
    const handled = { handledBy: ctx.principal.id, handledAt: ctx.now, resolution: note }
    ctx.transition(securityEventMachine, 'security-events', { ...row, noun: 'Security event' }, 'resolve', handled)
    return { id, status: 'resolved' as const }
  },
})
