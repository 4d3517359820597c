import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import type { EventDefinition } from '@/kernel/event'
import { voidTokens } from '@/platform/one-time-token'
import { defineOperation, type Context } from '@/platform/operation'
import { memberReinstated, memberRemoved, memberRolesChanged, memberSuspended } from '@/domain/identity/events'
import { RolesInput } from '@/domain/identity/inputs'
import { endSessions, lockMember, mustHold } from '@/domain/identity/rights'
import { chosenRoles } from '@/domain/identity/roles-of'
import type { InvitationRow, MembershipRow } from '@/domain/identity/rows'

const Member = z.strictObject({ id: z.uuid() })

/** Replaces the roles of a member. Nobody gives or takes what it does not hold itself, nor changes its own roles. */
export const assignRoles = defineOperation({
  name: 'member.assign-role',
  permission: 'member.assign-role',
  summary: 'Change the roles of a member',
  input: z.strictObject({ id: z.uuid(), roles: RolesInput }),
  run: async (ctx, { id, roles }) => {
    const member = await lockMember(ctx, id)
    const chosen = await chosenRoles(ctx, await ctx.organizationFacts(member.organization), roles)
    await mustHold(ctx, member.organization, chosen)
    const key = (role: string, branch: string | null) => `${role} ${branch ?? ''}`
    const wanted = new Set(chosen.map((one) => key(one.id, one.branch)))
    const present = new Set(member.roles.map((one) => key(one.role, one.branch)))
    const gone = member.roles.filter((one) => !wanted.has(key(one.role, one.branch)))
    await ctx.lockMany('membership-roles', gone.map((one) => one.id))
    for (const one of gone) ctx.remove('membership-roles', one.id)
    const tenant = { organization: member.organization, tree: member.tree }
    for (const one of chosen.filter((role) => !present.has(key(role.id, role.branch)))) {
      ctx.insert('membership-roles', { ...tenant, membership: id, role: one.id, branch: one.branch })
    }
    ctx.emit(memberRolesChanged, subjectOf(member), { ...factsOf(member), roles: chosen.map((one) => one.key) })
    return { member: id, roles: chosen.map(({ key: role, name, branch }) => ({ role, name, branch })) }
  },
})

/** Suspends a member and ends the person's sessions in the same transaction. */
export const suspendMember = defineOperation({
  name: 'member.suspend',
  permission: 'member.suspend',
  summary: 'Suspend a member',
  input: Member,
  run: async (ctx, { id }) => {
    const member = await changeStatus(ctx, id, { from: 'active', to: 'suspended', action: 'suspend' }, memberSuspended)
    await endSessions(ctx, member.user)
    return { member: id, status: 'suspended' as const }
  },
})

/** Lets a suspended member work again. */
export const reinstateMember = defineOperation({
  name: 'member.reinstate',
  permission: 'member.suspend',
  summary: 'Reinstate a member',
  input: Member,
  run: async (ctx, { id }) => {
    await changeStatus(ctx, id, { from: 'suspended', to: 'active', action: 'reinstate' }, memberReinstated)
    return { member: id, status: 'active' as const }
  },
})

/** Ends a membership for good; the person keeps its other organizations. What it did stays on record. */
export const removeMember = defineOperation({
  name: 'member.remove',
  permission: 'member.suspend',
  summary: 'Remove a member from an organization',
  input: Member,
  run: async (ctx, { id }) => {
    const member = await lockMember(ctx, id)
    const open = await ctx.find<InvitationRow>('invitations', { membership: id, status: 'open' })
    for (const invitation of await ctx.lockMany<InvitationRow>('invitations', open.map((one) => one.id))) {
      await voidTokens(ctx, 'invite', invitation.id)
      ctx.update('invitations', invitation.id, { status: 'revoked' })
    }
    ctx.update('memberships', id, { status: 'ended', endedAt: ctx.now })
    await endSessions(ctx, member.user)
    ctx.emit(memberRemoved, subjectOf(member), factsOf(member))
    return { member: id, status: 'ended' as const }
  },
})

interface Step {
  from: MembershipRow['status']
  to: MembershipRow['status']
  action: string
}

type MemberEvent = EventDefinition<z.ZodObject<{ membership: z.ZodString; name: z.ZodString; email: z.ZodString }>>

async function changeStatus(ctx: Context, id: string, { from, to, action }: Step, event: MemberEvent): Promise<MembershipRow> {
  const member = await lockMember(ctx, id)
  if (member.status !== from) refuse('STATE_REFUSED', { noun: 'Member', number: member.personName, state: member.status, action, from })
  ctx.update('memberships', id, { status: to })
  ctx.emit(event, subjectOf(member), factsOf(member))
  return member
}

function subjectOf({ id, organization }: MembershipRow) {
  return { type: 'memberships', id, organization }
}

function factsOf({ id, personName, personEmail }: MembershipRow) {
  return { membership: id, name: personName, email: personEmail }
}
