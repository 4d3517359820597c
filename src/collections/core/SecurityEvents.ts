import { securityEventMachine } from '@/domain/core/security/status'
import { choice, instant, json, note, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/**
 * Something that looks like an attack or a mistake that looks like one. What repeats within the hour is counted up, not
 * written again; the organization is the one whose person or key it was, else the headquarters that runs the installation.
 */
export const SecurityEvents = defineCollection({
  slug: 'security-events',
  module: 'core',
  noun: 'security-event',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  read: 'security.read',
  machine: securityEventMachine,
  title: 'summary',
  columns: ['severity', 'summary', 'status', 'person', 'address', 'lastAt'],
  hidden: true,
  stream: 'admin/security-events',
  fields: [
    text('kind', { required: true, maxLength: 40 }),
    choice('severity', ['low', 'medium', 'high', 'critical'], { required: true }),
    text('summary', { required: true, maxLength: 300 }),
    text('key', { required: true, maxLength: 200, description: 'What makes a repetition of it the same event.' }),
    ref('person', 'users'),
    text('account', { maxLength: 80, pii: 'identity', description: 'Who it was when it was no person: an API key, an unknown address (hashed).' }),
    text('address', { maxLength: 45, pii: 'location' }),
    text('agent', { maxLength: 255, pii: 'location' }),
    whole('count', { required: true, defaultValue: 1, min: 1 }),
    instant('firstAt', { required: true }),
    instant('lastAt', { required: true }),
    json('facts'),
    text('response', { maxLength: 200, description: 'What the product did by itself.' }),
    ref('handledBy', 'users'),
    instant('handledAt'),
    note('resolution'),
  ],
  guards: {
    uniques: [{ on: ['key'] }],
    indexes: [
      { on: ['organization_id', 'last_at desc'] },
      { on: ['tree_id', 'last_at desc'] },
      { on: ['last_at desc'], where: "status <> 'resolved'" },
    ],
    checks: { resolution: "status <> 'resolved' or (resolution is not null and handled_at is not null)" },
  },
})
