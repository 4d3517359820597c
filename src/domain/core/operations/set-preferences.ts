import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import type { Channel, Notification } from '@/kernel/notification'
import { defineOperation } from '@/platform/operation'

const Wish = z.strictObject({ type: z.string().max(60), channel: z.enum(['in-app', 'email']), enabled: z.boolean() })
type Wish = z.output<typeof Wish>

/** Switches channels of notifications on or off for the signed-in person; mandatory ones stay on. */
export function settingPreferences(notifications: readonly Notification[]) {
  return defineOperation({
    name: 'notification.set-preferences',
    permission: null,
    scope: 'person',
    summary: 'Choose which notifications one gets, and how',
    input: z.strictObject({ preferences: z.array(Wish).min(1).max(200) }),
    run: async (ctx, { preferences }) => {
      for (const wish of preferences) mustBePossible(notifications, wish)
      const user = ctx.principal.id
      const stored = await ctx.find<{ id: string } & Wish>('notification-preferences', { user })
      for (const { type, channel, enabled } of lastOfEach(preferences)) {
        const known = stored.find((row) => row.type === type && row.channel === channel)
        if (known) ctx.update('notification-preferences', known.id, { enabled })
        else ctx.insert('notification-preferences', { user, type, channel, enabled })
      }
      return { changed: preferences.length }
    },
  })
}

function mustBePossible(notifications: readonly Notification[], { type, channel, enabled }: Wish): void {
  const known = notifications.find((one) => one.name === type)
  if (!known) return refuse('NOT_FOUND', { noun: `The notification ${type}` })
  if (!known.channels.includes(channel as Channel))
    refuse('INPUT_INVALID', { reason: `${type} is not sent by ${channel}.` })
  if (known.mandatory && !enabled) refuse('CONFLICT', { reason: `${type} cannot be switched off.` })
}

function lastOfEach(wishes: readonly Wish[]): Wish[] {
  return [...new Map(wishes.map((wish) => [`${wish.type} ${wish.channel}`, wish])).values()]
}
