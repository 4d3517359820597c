import { choice, flag, instant, json, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/**
 * A key with which a program acts for one organization. It never reaches further than the person who made it. Its secrets
 * lie hashed in a table no collection reads.
 */
export const ApiKeys = defineCollection({
  slug: 'api-keys',
  module: 'identity',
  noun: 'api-key',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  title: 'name',
  columns: ['name', 'prefix', 'organization', 'status', 'expiresAt', 'creator'],
  search: ['name', 'prefix'],
  more: { labels: { singular: 'API key', plural: 'API keys' } },
  fields: [
    text('name', { required: true, maxLength: 80 }),
    text('prefix', { required: true, maxLength: 8, unique: true, description: 'What stands in the key after tf_live_; it is no secret.' }),
    choice('status', ['active', 'suspended', 'revoked'], { required: true, defaultValue: 'active' }),
    ref('creator', 'users', { required: true, description: 'The key has at most the rights this person has now.' }),
    json('scopes', { required: true, description: 'The permissions of the key: ["invoice.read"].' }),
    choice('reach', ['organization', 'network'], { required: true, defaultValue: 'organization' }),
    json('branches', { description: 'The branches it is limited to; none: the whole organization.' }),
    json('addresses', { description: 'The networks it may come from: ["203.0.113.0/24"]; none: anywhere.' }),
    flag('signed', { description: 'Every request has to be signed.' }),
    instant('expiresAt'),
    instant('revokedAt'),
  ],
  guards: {
    checks: { prefix: `prefix ~ '^[a-z0-9]{8}$'` },
    indexes: [{ on: ['organization_id', 'id'] }, { on: ['tree_id', 'id'] }],
    frozen: [{ columns: ['status'], when: `old.status = 'revoked'`, message: 'a revoked key stays revoked; make a new one' }],
  },
})
