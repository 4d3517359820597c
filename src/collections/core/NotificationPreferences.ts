import { flag, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A channel a person switched on or off for one kind of notification; no row means the default. */
export const NotificationPreferences = defineCollection({
  slug: 'notification-preferences',
  module: 'core',
  noun: 'preference',
  tenancy: 'user',
  writes: 'operations',
  audited: false,
  hidden: true,
  fields: [text('type', { required: true, maxLength: 60 }), text('channel', { required: true, maxLength: 20 }), flag('enabled', { defaultValue: true })],
  guards: { uniques: [{ on: ['user_id', 'type', 'channel'] }] },
})
