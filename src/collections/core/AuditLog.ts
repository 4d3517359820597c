import { choice, instant, json, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/**
 * Who did what, for whom, from where, and how it ended. Insert-only; a job seals committed rows into a hash chain.
 * Personal values are sealed per person, so that erasing a person leaves the chain whole (P2).
 */
export const AuditLog = defineCollection({
  slug: 'audit-log',
  module: 'core',
  noun: 'audit',
  tenancy: 'installation',
  writes: 'system',
  read: null,
  audited: false,
  ledger: true,
  fields: [
    text('operation', { required: true, maxLength: 80 }),
    choice('outcome', ['success', 'failure', 'pending'], { required: true, defaultValue: 'success' }),
    text('reason', { maxLength: 400, description: 'Why it failed.' }),
    ref('actor', 'users'),
    text('actorName', { maxLength: 160, description: 'Who acted when it was no person: the system, an API key.' }),
    ref('onBehalfOf', 'organizations', { description: 'The organization the actor worked for.' }),
    ref('organization', 'organizations', { description: 'The organization whose row it was.' }),
    ref('tree', 'organizations'),
    text('subjectType', { required: true, maxLength: 40 }),
    text('subject', { maxLength: 64 }),
    json('changes', { required: true, class: 'confidential' }),
    text('requestId', { maxLength: 64 }),
    text('ip', { maxLength: 200, pii: 'location' }),
    text('agent', { maxLength: 600, pii: 'location' }),
    instant('at', { required: true }),
  ],
  guards: {
    indexes: [
      { on: ['subject_type', 'subject', 'at'] },
      { on: ['organization_id', 'at'] },
      { on: ['actor_id', 'at'], where: 'actor_id is not null' },
      { on: ['at'] },
    ],
  },
})
