import { instant, json, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** What one person was told. One row per person and event. */
export const Notifications = defineCollection({
  slug: 'notifications',
  module: 'core',
  noun: 'notification',
  tenancy: 'user',
  writes: 'system',
  audited: false,
  hidden: true,
  stream: 'notifications',
  fields: [
    text('type', { required: true, maxLength: 60 }),
    text('event', { required: true, maxLength: 64 }),
    text('category', { required: true, maxLength: 40 }),
    text('subject', { required: true, maxLength: 300 }),
    text('body', { maxLength: 1000, class: 'confidential' }),
    text('path', { maxLength: 300 }),
    json('data'),
    ref('organization', 'organizations', { required: true }),
    instant('readAt'),
  ],
  guards: {
    uniques: [{ on: ['user_id', 'event', 'type'] }],
    indexes: [{ on: ['user_id', 'id desc'] }, { on: ['user_id'], where: 'read_at is null' }],
  },
})
