import { z } from 'zod'
import type { NotificationRow } from '@/domain/core/rows'
import { defineOperation } from '@/platform/operation'

const One = z.strictObject({ id: z.uuid() })

/** Marks one of the own notifications as read; a second time changes nothing. */
export const markRead = defineOperation({
  name: 'notification.mark-read',
  permission: null,
  scope: 'person',
  summary: 'Mark a notification as read',
  input: One,
  run: async (ctx, { id }) => {
    const row = await ctx.lock<NotificationRow>('notifications', id)
    if (!row.readAt) ctx.update('notifications', id, { readAt: ctx.now })
    return { id, readAt: row.readAt ?? ctx.now }
  },
})

/** Marks all of the own notifications as read, or those chosen of them; somebody else's are as good as missing. */
export const readAll = defineOperation({
  name: 'notification.read-all',
  permission: null,
  scope: 'person',
  summary: 'Mark all notifications as read',
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200).optional() }),
  run: async (ctx, { ids = null }) => {
    const unread = await ctx.rows<{ id: string }>(
      'select id from notifications where user_id = $1::uuid and read_at is null and ($2::uuid[] is null or id = any($2::uuid[]))',
      [ctx.principal.id, ids],
    )
    const rows = await ctx.lockMany<{ id: string; readAt: Date | null }>(
      'notifications',
      unread.map((row) => row.id),
    )
    for (const { id } of rows) ctx.update('notifications', id, { readAt: ctx.now })
    return { read: unread.length }
  },
})

/** Removes one of the own notifications. */
export const dismissNotification = defineOperation({
  name: 'notification.dismiss',
  permission: null,
  scope: 'person',
  summary: 'Remove a notification',
  input: One,
  run: async (ctx, { id }) => {
    await ctx.lock<NotificationRow>('notifications', id)
    ctx.remove('notifications', id)
    return { id }
  },
})
