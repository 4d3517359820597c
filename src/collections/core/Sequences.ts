import { ref, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** The counter row behind each series of numbers; taken last in a transaction and held shortest. */
export const Sequences = defineCollection({
  slug: 'sequences',
  module: 'core',
  noun: 'sequence',
  tenancy: 'installation',
  writes: 'system',
  read: null,
  audited: false,
  fields: [ref('organization', 'organizations', { required: true }), text('key', { required: true, maxLength: 80 }), whole('next', { required: true, min: 1 })],
  guards: { uniques: [{ on: ['organization_id', 'key'] }], checks: { next: 'next >= 1' } },
})
