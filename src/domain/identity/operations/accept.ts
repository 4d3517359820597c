import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { defineOperation, type Context } from '@/platform/operation'
import { spendToken } from '@/platform/one-time-token'
import type { Credentials } from '@/platform/password'
import { memberJoined } from '@/domain/identity/events'
import { CredentialsInput, NameInput } from '@/domain/identity/inputs'
import { keepPassword } from '@/domain/identity/password-history'
import type { InvitationRow, MembershipRow, UserRow } from '@/domain/identity/rows'

/**
 * Accepts an invitation with its one-time token. A person without a password sets one here (its hash is made before the
 * transaction begins); a person who has one keeps it.
 */
export const acceptInvitation = defineOperation({
  name: 'invitation.accept',
  permission: null,
  scope: 'public',
  summary: 'Accept an invitation',
  input: z.strictObject({ token: z.string().min(20).max(200), name: NameInput.optional(), credentials: CredentialsInput.optional() }),
  run: async (ctx, { token, name, credentials }) => {
    const owner = await spendToken(ctx, 'invite', token)
    const [invitation] = await ctx.lockMany<InvitationRow>('invitations', [owner.invitation ?? ''])
    if (!invitation || invitation.status !== 'open') return refuse('TOKEN_INVALID', {})
    const [membership] = await ctx.lockMany<MembershipRow>('memberships', [invitation.membership])
    const [user] = await ctx.lockMany<UserRow>('users', [owner.user])
    if (!user || membership?.status !== 'invited') return refuse('TOKEN_INVALID', {})
    const person = activate(ctx, user, name, credentials)
    if (credentials && !user.hash) await keepPassword(ctx, user.id, credentials)
    ctx.update('invitations', invitation.id, { status: 'accepted', acceptedAt: ctx.now })
    ctx.update('memberships', membership.id, { status: 'active', personName: person.name })
    const { name: organizationName } = await ctx.organizationFacts(membership.organization)
    const subject = { type: 'memberships', id: membership.id, organization: membership.organization }
    ctx.emit(memberJoined, subject, { membership: membership.id, name: person.name, email: user.email, organizationName })
    return { user: user.id, membership: membership.id, email: user.email }
  },
})

function activate(ctx: Context, user: UserRow, name: string | undefined, credentials: Credentials | undefined): { name: string } {
  if (user.hash) return { name: user.name }
  if (!credentials) return refuse('INPUT_INVALID', { reason: 'Choose a password to finish.' }, [{ path: 'password', message: 'is needed' }])
  const chosen = name ?? user.name
  ctx.update('users', user.id, { ...credentials, status: 'active', name: chosen, loginAttempts: 0, lockUntil: null })
  return { name: chosen }
}
