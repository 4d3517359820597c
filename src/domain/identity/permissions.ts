import { definePermissions } from '@/kernel/permission'

export const identityPermissions = definePermissions('identity', {
  'member.read': 'See the people of an organization and their roles',
  'member.invite': 'Invite people and resend invitations',
  'member.assign-role': 'Give and take roles, never more than one holds oneself',
  'member.suspend': 'Suspend and reinstate people',
  'person.erase': 'Erase the personal data of people who left',
  'role.read': 'See roles and their permissions',
  'role.write': 'Copy roles, change and delete the copies, never beyond what one holds oneself',
  'api-key.read': 'See the API keys of an organization, never their secrets',
  'api-key.write': 'Make, change, rotate, suspend and revoke API keys',
  'invitation.read': 'See open invitations',
})
