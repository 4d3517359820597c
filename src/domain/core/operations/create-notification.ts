import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import { defineOperation } from '@/platform/operation'

// A path of our own: no second slash or backslash at its beginning, which browsers read as another host.
const PATH = /^\/(?![/\\])[^\s\\]*$/

/** Tells people something by hand. Everybody named must be a member of an organization one may notify. */
export const createNotification = defineOperation({
  name: 'notification.create',
  permission: 'notification.create',
  summary: 'Notify people by hand',
  input: z.strictObject({
    to: z.array(z.uuid()).min(1).max(500),
    subject: z.string().trim().min(1).max(300),
    body: z.string().trim().max(1_000).default(''),
    path: z.string().max(300).regex(PATH, 'must be a path of this site, like /dealer/harbor-bikes').optional(),
  }),
  run: async (ctx, { to, subject, body, path }) => {
    const wanted = [...new Set(to)]
    const bound = bindings()
    const people = await ctx.rows<{ user: string; organization: string }>(
      `select distinct on (m.user_id) m.user_id as user, m.organization_id as organization from memberships m join users u on u.id = m.user_id
       where m.user_id = any(${bound.bind(wanted)}::uuid[]) and m.status = 'active' and u.status = 'active'
         and ${sqlOf(ctx.reach('memberships', 'notification.create'), 'm', bound)} order by m.user_id, m.id`,
      bound.values,
    )
    if (people.length < wanted.length)
      refuse('NOT_FOUND', { noun: wanted.length === 1 ? 'The person' : 'One of the people' })
    const event = ctx.id()
    for (const { user, organization } of people) {
      const told = {
        type: 'message',
        category: 'messages',
        subject,
        body,
        path: path ?? null,
        data: null,
        readAt: null,
      }
      ctx.insert('notifications', { user, organization, event, ...told })
    }
    return { notified: people.length }
  },
})
