import { z } from 'zod'
import { mailWritten } from '@/domain/core/events'
import type { DeliveryRow } from '@/domain/core/rows'
import { mustBeSystem } from '@/domain/core/system-only'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

const FINAL = ['sent', 'kept', 'stopped']
const own = { permission: 'mailbox.read' }

// Why nobody shall get a mail any more: its organization or one above it, the person, or its place in the organization.
const STOPPED = `select coalesce(
  (select a.name || ' is ' || a.status || '.' from organizations a where a.id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[])
    and a.status <> 'active' order by length(a.path) desc limit 1),
  (select 'The account of ' || u.name || ' is ' || u.status || '.' from users u where u.id = $2::uuid and u.status <> 'active'),
  (select m.person_name || ' is suspended in ' || o.name || '.' from memberships m where m.user_id = $2::uuid and m.organization_id = o.id and m.status = 'suspended'
    and not exists (select 1 from memberships b where b.user_id = m.user_id and b.organization_id = o.id and b.status = 'active') limit 1)) as reason
from organizations o where o.id = $1::uuid`

/**
 * Begins an attempt to send a mail and answers it; null when it went out already, or when whom it is for was suspended
 * since it was written: then it is stopped for good, until somebody sends it again.
 */
export const beginDelivery = defineOperation({
  name: 'mail.begin',
  permission: null,
  summary: 'Begin to send a mail',
  input: z.strictObject({ delivery: z.uuid() }),
  run: async (ctx, { delivery }) => {
    mustBeSystem(ctx)
    const row = await ctx.lock<DeliveryRow>('notification-deliveries', delivery, own)
    if (FINAL.includes(row.state)) return null
    const [stopped] = await ctx.rows<{ reason: string | null }>(STOPPED, [row.organization, row.person], 'tf_mail_stopped')
    if (stopped?.reason) {
      ctx.update('notification-deliveries', delivery, { state: 'stopped', lastError: stopped.reason })
      return null
    }
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

/** Sends a mail that failed, was stopped or only kept once more. Mails that went out are not sent twice. */
export const resendMail = defineOperation({
  name: 'mail.resend',
  permission: 'job.retry',
  summary: 'Send a mail once more that failed, was stopped or was only kept',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const row = await ctx.lock<DeliveryRow>('notification-deliveries', id)
    if (row.state === 'sent') refuse('CONFLICT', { reason: 'This mail was sent; it is not sent a second time.' })
    ctx.update('notification-deliveries', id, { state: 'pending', lastError: null })
    ctx.emit(mailWritten, { type: 'notification-deliveries', id, organization: row.organization }, { delivery: id })
    return { delivery: id }
  },
})
