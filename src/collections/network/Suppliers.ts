import { choice, note, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** What HQ knows about a supplier; `party` is the supplier's own organization. */
export const Suppliers = defineCollection({
  slug: 'suppliers',
  module: 'network',
  noun: 'supplier',
  tenancy: 'own',
  writes: 'operations',
  title: 'name',
  columns: ['code', 'name', 'status', 'email'],
  search: ['code', 'name'],
  fields: [
    ref('party', 'organizations', { required: true }),
    text('code', { required: true, maxLength: 24 }),
    text('name', { required: true, maxLength: 160 }),
    choice('status', ['pending', 'active', 'suspended', 'inactive'], { required: true, defaultValue: 'active' }),
    text('email', { maxLength: 160, pii: 'contact' }),
    text('phone', { maxLength: 40, pii: 'contact' }),
    note('internalNote', { class: 'confidential' }),
  ],
  guards: { uniques: [{ on: ['organization_id', 'code'] }], sameTree: { party: 'organizations' } },
})
