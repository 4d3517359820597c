import { defineModule, type NamedOperation } from '@/kernel/module'
import * as events from '@/domain/identity/events'
import { acceptInvitation } from '@/domain/identity/operations/accept'
import { resendInvitation, revokeInvitation } from '@/domain/identity/operations/invitations'
import { inviteMember } from '@/domain/identity/operations/invite'
import { assignRoles, reinstateMember, removeMember, suspendMember } from '@/domain/identity/operations/members'
import { changePassword, forgotPassword, resetPassword } from '@/domain/identity/operations/passwords'
import { changeRole, copyRole, deleteRole } from '@/domain/identity/operations/roles'
import { updateProfile } from '@/domain/identity/operations/update-profile'
import { identityPermissions } from '@/domain/identity/permissions'

export { announceInvitation, enrol, type Enrolment } from '@/domain/identity/enrol'
export * from '@/domain/identity/events'
export { CredentialsInput, EmailInput, NameInput } from '@/domain/identity/inputs'
export { invitationOf, type InvitationView } from '@/domain/identity/invitation-query'
export { memberActions } from '@/domain/identity/member-actions'
export { listMembers, memberPage, ownProfile, rolesFor, type MemberView, type Profile } from '@/domain/identity/queries'
export { endSessionsBelow, holdsHere, mustHold } from '@/domain/identity/rights'
export { chosenRoles } from '@/domain/identity/roles-of'
export { assertPassword } from '@/domain/identity/rules'
export { seedRoles } from '@/domain/identity/seed-roles'
export {
  acceptInvitation,
  assignRoles,
  changePassword,
  changeRole,
  copyRole,
  deleteRole,
  forgotPassword,
  inviteMember,
  reinstateMember,
  removeMember,
  resendInvitation,
  resetPassword,
  revokeInvitation,
  suspendMember,
  updateProfile,
}

const operations: NamedOperation[] = [
  inviteMember,
  acceptInvitation,
  resendInvitation,
  revokeInvitation,
  assignRoles,
  suspendMember,
  reinstateMember,
  removeMember,
  forgotPassword,
  resetPassword,
  changePassword,
  updateProfile,
  copyRole,
  changeRole,
  deleteRole,
]

/** People, what they may do where, and how they sign in. */
export const identityModule = defineModule({
  name: 'identity',
  machines: [],
  permissions: identityPermissions,
  events: Object.values(events),
  notifications: [],
  sequences: [],
  settings: [],
  operations,
})
