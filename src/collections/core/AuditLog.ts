import { instant, json, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** Who did what, for whom, from where. Insert-only; a job seals committed rows into a hash chain. */
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
    ref('actor', 'users'),
    text('actorName', { required: true, maxLength: 160 }),
    ref('organization', 'organizations'),
    ref('tree', 'organizations'),
    text('subjectType', { required: true, maxLength: 40 }),
    text('subject', { maxLength: 64 }),
    json('changes', { required: true }),
    text('requestId', { maxLength: 64 }),
    text('ip', { maxLength: 45 }),
    text('agent', { maxLength: 255 }),
    instant('at', { required: true }),
  ],
  guards: { indexes: [{ on: ['subject_type', 'subject', 'at'] }, { on: ['organization_id', 'at'] }] },
})
