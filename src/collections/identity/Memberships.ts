import { choice, instant, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A person in an organization. Name and e-mail are copies, so that HQ never reads other people's user rows. */
export const Memberships = defineCollection({
  slug: 'memberships',
  module: 'identity',
  noun: 'member',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  title: 'personName',
  columns: ['personName', 'personEmail', 'organization', 'status', 'createdAt'],
  search: ['personName', 'personEmail'],
  fields: [
    ref('user', 'users', { required: true }),
    text('personName', { required: true, pii: 'identity' }),
    text('personEmail', { required: true, pii: 'contact' }),
    text('title', { maxLength: 120, pii: 'identity' }),
    choice('status', ['invited', 'active', 'suspended', 'ended'], { required: true, defaultValue: 'active' }),
    instant('endedAt'),
  ],
  guards: { uniques: [{ on: ['organization_id', 'user_id'], where: "status <> 'ended'" }] },
})
