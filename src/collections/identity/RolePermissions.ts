import { REACHES } from '@/kernel/permission'
import { choice, ref, text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** One permission of a role and how far it reaches. */
export const RolePermissions = defineCollection({
  slug: 'role-permissions',
  module: 'identity',
  noun: 'role',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  hidden: true,
  fields: [
    ref('role', 'roles', { required: true }),
    text('key', { required: true, maxLength: 60 }),
    choice('reach', REACHES, { required: true, defaultValue: 'organization' }),
  ],
  guards: { uniques: [{ on: ['role_id', 'key'] }], sameOrganization: { role: 'roles' } },
})
