import { ref } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'

/** A role a member has, in the whole organization or in one branch. */
export const MembershipRoles = defineCollection({
  slug: 'membership-roles',
  module: 'identity',
  noun: 'member',
  tenancy: 'own',
  writes: 'operations',
  reachDown: true,
  branch: true,
  hidden: true,
  fields: [ref('membership', 'memberships', { required: true }), ref('role', 'roles', { required: true })],
  guards: {
    uniques: [{ on: ['membership_id', 'role_id', 'branch_id'], nullsEqual: true }],
    indexes: [{ on: ['role_id'] }],
    sameOrganization: { membership: 'memberships' },
    sameTree: { role: 'roles' },
  },
})
