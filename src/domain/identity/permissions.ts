import { definePermissions } from '@/kernel/permission'

export const identityPermissions = definePermissions('identity', {
  'member.read': 'See the people of an organization and their roles',
  'member.invite': 'Invite people and resend invitations',
  'member.assign-role': 'Give and take roles, never more than one holds oneself',
  'member.suspend': 'Suspend and reinstate people',
  'role.read': 'See roles and their permissions',
  'role.write': 'Copy roles and change the copies',
  'invitation.read': 'See open invitations',
})
