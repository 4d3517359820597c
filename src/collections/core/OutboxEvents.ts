import { instant, json, text, whole, ref } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** What happened, written in the transaction in which it happened (N1). The dispatcher hands it to the queue. */
export const OutboxEvents = defineCollection({
  slug: 'outbox-events',
  module: 'core',
  noun: 'event',
  tenancy: 'installation',
  writes: 'system',
  read: null,
  audited: false,
  fields: [
    text('name', { required: true, maxLength: 60 }),
    text('subjectType', { required: true, maxLength: 40 }),
    text('subject', { required: true, maxLength: 64 }),
    json('data', { required: true, class: 'confidential' }),
    ref('organization', 'organizations', { required: true }),
    ref('counterparty', 'organizations'),
    ref('actor', 'users'),
    instant('at', { required: true }),
    instant('dispatchedAt'),
    whole('attempts', { required: true, defaultValue: 0 }),
    text('requestId', { maxLength: 64 }),
  ],
  guards: { indexes: [{ on: ['id'], where: 'dispatched_at is null' }, { on: ['subject_type', 'subject'] }] },
})
