import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { voidTokens } from '@/platform/one-time-token'
import { defineOperation, type Context } from '@/platform/operation'
import { announceInvitation } from '@/domain/identity/enrol'
import type { InvitationRow, MembershipRow } from '@/domain/identity/rows'

/** Sends an invitation once more with a new link; the old link stops working. */
export const resendInvitation = defineOperation({
  name: 'invitation.resend',
  permission: 'member.invite',
  summary: 'Send an invitation again',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const { invitation, member } = await lockOpen(ctx, id, 'resend')
    await voidTokens(ctx, 'invite', id)
    const organization = await ctx.organizationFacts(invitation.organization)
    const person = { name: member.personName, email: invitation.email }
    const expiresAt = await announceInvitation(ctx, { organization, person, user: member.user, membership: member.id, invitation: id })
    ctx.update('invitations', id, { expiresAt })
    return { invitation: id, expiresAt }
  },
})

/** Takes an invitation back: the link stops working and the membership ends before it began. */
export const revokeInvitation = defineOperation({
  name: 'invitation.revoke',
  permission: 'member.invite',
  summary: 'Revoke an invitation',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const { member } = await lockOpen(ctx, id, 'revoke')
    await voidTokens(ctx, 'invite', id)
    ctx.update('invitations', id, { status: 'revoked' })
    ctx.update('memberships', member.id, { status: 'ended', endedAt: ctx.now })
    return { invitation: id, status: 'revoked' as const }
  },
})

async function lockOpen(ctx: Context, id: string, action: string): Promise<{ invitation: InvitationRow; member: MembershipRow }> {
  const invitation = await ctx.lock<InvitationRow>('invitations', id)
  if (invitation.status !== 'open') {
    refuse('STATE_REFUSED', { noun: 'The invitation of', number: invitation.email, state: invitation.status, action, from: 'open' })
  }
  const [member] = await ctx.lockMany<MembershipRow>('memberships', [invitation.membership])
  return member ? { invitation, member } : refuse('NOT_FOUND', { noun: 'The invitation' })
}
