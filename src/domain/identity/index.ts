import { defineModule, type NamedOperation } from '@/kernel/module'
import * as events from '@/domain/identity/events'
import * as signInEvents from '@/domain/identity/sign-in-events'
import { identityNotifications } from '@/domain/identity/notifications'
import { identitySettings } from '@/domain/identity/settings'
import { erasePerson } from '@/domain/identity/operations/erase-person'
import { acceptInvitation } from '@/domain/identity/operations/accept'
import { resendInvitation, revokeInvitation } from '@/domain/identity/operations/invitations'
import { inviteMember } from '@/domain/identity/operations/invite'
import { changeApiKey, createApiKey, resumeApiKey, retireApiKeySecret, revokeApiKey, rotateApiKey, suspendApiKey } from '@/domain/identity/operations/api-keys'
import { addRole, assignRoles, reinstateMember, removeMember, sendReset, suspendMember, takeRole } from '@/domain/identity/operations/members'
import { forgetOldSignIns } from '@/domain/identity/operations/forget-sign-ins'
import { openSessionOperation } from '@/domain/identity/operations/open-session'
import { changePassword, forgotPassword, orderPassword, resetPassword } from '@/domain/identity/operations/passwords'
import { changeRole, copyRole, deleteRole } from '@/domain/identity/operations/roles'
import { revokeOtherSessions, revokeSession, signOutMember } from '@/domain/identity/operations/sessions'
import { mustBeSelf, setPreferences } from '@/domain/identity/operations/set-preferences'
import { askConfirmation, confirmDevice, noteFailure } from '@/domain/identity/operations/sign-ins'
import { updateProfile } from '@/domain/identity/operations/update-profile'
import { identityPermissions } from '@/domain/identity/permissions'

export { announceInvitation, enrol, type Enrolment } from '@/domain/identity/enrol'
export * from '@/domain/identity/events'
export { CredentialsInput, EmailInput, NameInput } from '@/domain/identity/inputs'
export { invitationOf, type InvitationView } from '@/domain/identity/invitation-query'
export { memberActions } from '@/domain/identity/member-actions'
export { isForKeys } from '@/domain/identity/api-key-rights'
export { holdersOf, memberAccess, type HeldPermission, type Holder, type MemberAccess, type Source } from '@/domain/identity/queries/access'
export { apiKeyActions, apiKeyPage, listApiKeys, type ApiKeyView } from '@/domain/identity/queries/api-keys'
export { inspected, placeOf } from '@/domain/identity/queries/inspect'
export { listMembers, memberPage, ownProfile, type MemberView, type Profile } from '@/domain/identity/queries/members'
export { listRoles, rolePage, rolesFor, rolesIn, type RoleGrantView, type RolePage, type RoleView } from '@/domain/identity/queries/roles'
export { erasePerson } from '@/domain/identity/operations/erase-person'
export { endSessions, endSessionsBelow, holdsHere, mustHold } from '@/domain/identity/rights'
export { chosenRoles } from '@/domain/identity/roles-of'
export { assertPassword } from '@/domain/identity/assert-password'
export { identityNotifications } from '@/domain/identity/notifications'
export type { Opening } from '@/domain/identity/operations/open-session'
export { lastPasswords, passwordAge } from '@/domain/identity/password-history'
export { daysLeft, spokenRules, type PasswordRules } from '@/domain/identity/password-rules'
export { securityPolicyOf, type SecurityPolicy } from '@/domain/identity/security-policy'
export * from '@/domain/identity/session-queries'
export * from '@/domain/identity/sign-in-events'
export { apiKeysFeature } from '@/domain/identity/settings'
export { seedRoles } from '@/domain/identity/seed-roles'
export {
  askConfirmation,
  confirmDevice,
  forgetOldSignIns,
  noteFailure,
  openSessionOperation,
  orderPassword,
  revokeOtherSessions,
  revokeSession,
  signOutMember,
  mustBeSelf,
  setPreferences,
  acceptInvitation,
  addRole,
  assignRoles,
  changeApiKey,
  createApiKey,
  resumeApiKey,
  retireApiKeySecret,
  revokeApiKey,
  rotateApiKey,
  sendReset,
  suspendApiKey,
  takeRole,
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
  erasePerson,
  inviteMember,
  acceptInvitation,
  resendInvitation,
  revokeInvitation,
  assignRoles,
  addRole,
  takeRole,
  sendReset,
  suspendMember,
  reinstateMember,
  removeMember,
  forgotPassword,
  resetPassword,
  changePassword,
  updateProfile,
  setPreferences,
  openSessionOperation,
  noteFailure,
  askConfirmation,
  confirmDevice,
  orderPassword,
  revokeSession,
  revokeOtherSessions,
  signOutMember,
  forgetOldSignIns,
  copyRole,
  changeRole,
  deleteRole,
  createApiKey,
  changeApiKey,
  rotateApiKey,
  retireApiKeySecret,
  suspendApiKey,
  resumeApiKey,
  revokeApiKey,
]

/** People, what they may do where, and how they sign in. */
export const identityModule = defineModule({
  name: 'identity',
  machines: [],
  permissions: identityPermissions,
  events: [...Object.values(events), ...Object.values(signInEvents)],
  notifications: identityNotifications,
  sequences: [],
  settings: identitySettings,
  operations,
})
