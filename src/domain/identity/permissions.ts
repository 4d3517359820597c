import { definePermissions } from '@/kernel/permission'

export const identityPermissions = definePermissions('identity', {
  'member.read': 'See the people of an organization and their roles',
  'member.invite': 'Invite people and resend invitations',
  'member.assign-role': 'Give and take roles, never more than one holds oneself',
  'member.suspend': 'Suspend and reinstate people',
  'access.inspect': 'Ask what another person may do and why, and who can see a record',
  'person.erase': 'Erase the personal data of people who left',
  'role.read': 'See roles and their permissions',
  'role.write': 'Copy roles, change and delete the copies, never beyond what one holds oneself',
  'api-key.read': 'See the API keys of an organization, never their secrets',
  'api-key.write': 'Make, change, rotate, suspend and revoke API keys',
  'session.read': 'See where the people of an organization are signed in, and their sign-ins',
  'session.end': 'Sign people out and ask them for a new password',
  'invitation.read': 'See open invitations',
})
