import { z } from 'zod'
import { mailWritten } from '@/domain/core/events'
import type { DeliveryRow } from '@/domain/core/rows'
import { mustBeSystem } from '@/domain/core/system-only'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

const FINAL = ['sent', 'kept']
const own = { permission: 'mailbox.read' }

/** Begins an attempt to send a mail and answers it; null when it went out already. */
export const beginDelivery = defineOperation({
  name: 'mail.begin',
  permission: null,
  summary: 'Begin to send a mail',
  input: z.strictObject({ delivery: z.uuid() }),
  run: async (ctx, { delivery }) => {
    mustBeSystem(ctx)
    const row = await ctx.lock<DeliveryRow>('notification-deliveries', delivery, own)
    if (FINAL.includes(row.state)) return null
    ctx.update('notification-deliveries', delivery, { state: 'pending', attempts: row.attempts + 1 })
    const { to, subject, message } = row
    return { to, subject, message, attempt: row.attempts + 1 }
  },
})

/**
 * Keeps how an attempt ended. `sent`: the mail server took it. `kept`: no mail server is configured, so it lies in the
 * mailbox and nowhere else. `failed`: all attempts failed; `pending`: it will be tried again.
 */
export const finishDelivery = defineOperation({
  name: 'mail.finish',
  permission: null,
  summary: 'Keep how sending a mail ended',
  input: z.strictObject({
    delivery: z.uuid(),
    state: z.enum(['sent', 'kept', 'failed', 'pending']),
    error: z.string().max(2_000).nullable(),
  }),
  run: async (ctx, { delivery, state, error }) => {
    mustBeSystem(ctx)
    await ctx.lock<DeliveryRow>('notification-deliveries', delivery, own)
    ctx.update('notification-deliveries', delivery, {
      state,
      lastError: error,
      sentAt: state === 'sent' ? ctx.now : null,
    })
    return { delivery, state }
  },
})

/** Sends a mail that failed, or that was only kept, once more. Mails that went out are not sent twice. */
export const resendMail = defineOperation({
  name: 'mail.resend',
  permission: 'job.retry',
  summary: 'Send a mail once more that failed or was only kept',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const row = await ctx.lock<DeliveryRow>('notification-deliveries', id)
    if (row.state === 'sent') refuse('CONFLICT', { reason: 'This mail was sent; it is not sent a second time.' })
    ctx.update('notification-deliveries', id, { state: 'pending', lastError: null })
    ctx.emit(mailWritten, { type: 'notification-deliveries', id, organization: row.organization }, { delivery: id })
    return { delivery: id }
  },
})
