import { choice, instant, note, text, whole } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/**
 * A host an organization says is its own. Once proven it sets branding and sign-in page for visitors of that host; who
 * may enter is decided by memberships alone.
 */
export const OrganizationDomains = defineCollection({
  slug: 'organization-domains',
  module: 'network',
  noun: 'domain',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  title: 'host',
  columns: ['host', 'organization', 'method', 'verifiedAt', 'checkedAt'],
  search: ['host'],
  fields: [
    text('host', { required: true, maxLength: 253 }),
    text('token', { class: 'restricted', required: true, maxLength: 64, readOnly: true }),
    choice('method', ['dns', 'file']),
    instant('verifiedAt'),
    instant('checkedAt'),
    note('problem'),
    whole('failures', { required: true, defaultValue: 0, min: 0, description: 'How many daily checks in a row did not find the proof.' }),
  ],
  guards: {
    uniques: [{ on: ['organization_id', 'host'] }, { on: ['host'], where: 'verified_at is not null' }],
    checks: { host: "host = lower(host) and host ~ '^[a-z0-9.-]+$'", method: '(verified_at is null) or method is not null' },
  },
})
