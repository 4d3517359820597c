import { json, ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** The answer of a request that may be repeated (S18). */
export const IdempotencyKeys = defineCollection({
  slug: 'idempotency-keys',
  module: 'core',
  noun: 'idempotency-key',
  tenancy: 'installation',
  writes: 'system',
  read: null,
  audited: false,
  fields: [
    text('principal', { required: true, maxLength: 80 }),
    text('operation', { required: true, maxLength: 80 }),
    text('key', { required: true, maxLength: 120 }),
    text('inputHash', { required: true, maxLength: 64 }),
    ref('organization', 'organizations'),
    whole('status'),
    json('answer', { class: 'confidential' }),
  ],
  guards: { uniques: [{ on: ['principal', 'operation', 'key', 'organization_id'], nullsEqual: true }] },
})
