import { flag, text, instant } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** An address of an organization. Documents snapshot it, so editing one never rewrites the past. */
export const Addresses = defineCollection({
  slug: 'addresses',
  module: 'network',
  noun: 'address',
  tenancy: 'own',
  writes: 'crud',
  operationsToo: true,
  reachDown: true,
  title: 'label',
  columns: ['label', 'city', 'region', 'country', 'organization'],
  search: ['label', 'city', 'postalCode'],
  fields: [
    text('label', { required: true, maxLength: 80 }),
    text('recipient', { maxLength: 160, pii: 'contact' }),
    text('line1', { required: true, maxLength: 160, pii: 'location' }),
    text('line2', { maxLength: 160, pii: 'location' }),
    text('city', { required: true, maxLength: 80, pii: 'location' }),
    text('region', { maxLength: 80 }),
    text('postalCode', { maxLength: 20, pii: 'location' }),
    text('country', { required: true, maxLength: 2, description: 'Two letters, for example US or IN.' }),
    flag('isShipping', { defaultValue: true }),
    flag('isBilling'),
    instant('archivedAt'),
  ],
  guards: { checks: { country: "country ~ '^[A-Z]{2}$'" } },
})
