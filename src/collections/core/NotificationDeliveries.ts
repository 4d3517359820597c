import { choice, instant, ref, text, note, whole, json } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/**
 * A mail on its way: every mail is a row here before it is sent. `kept`: no mail server is configured, it lies only here;
 * `stopped`: whom it was for was suspended before it went out.
 */
export const NotificationDeliveries = defineCollection({
  slug: 'notification-deliveries',
  module: 'core',
  noun: 'delivery',
  tenancy: 'own',
  writes: 'system',
  audited: false,
  reachDown: true,
  read: 'mailbox.read',
  columns: ['to', 'subject', 'state', 'attempts', 'createdAt'],
  fields: [
    text('key', { required: true, maxLength: 160 }),
    text('to', { required: true, maxLength: 254, pii: 'contact' }),
    text('subject', { required: true, maxLength: 300 }),
    json('message', { class: 'confidential' }),
    choice('state', ['pending', 'sent', 'kept', 'failed', 'stopped'], { required: true, defaultValue: 'pending' }),
    whole('attempts', { required: true, defaultValue: 0 }),
    note('lastError'),
    instant('sentAt'),
    ref('person', 'users'),
  ],
  guards: { uniques: [{ on: ['key'] }], indexes: [{ on: ['organization_id', 'id desc'] }] },
})
