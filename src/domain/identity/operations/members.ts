import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import type { EventDefinition } from '@/kernel/event'
import { voidTokens } from '@/platform/one-time-token'
import { defineOperation, type Context } from '@/platform/operation'
import { memberReinstated, memberRemoved, memberRolesChanged, memberSuspended } from '@/domain/identity/events'
import { forgotPassword } from '@/domain/identity/operations/passwords'
import { RolesInput } from '@/domain/identity/inputs'
import { endSessions, lockMember, mustHold } from '@/domain/identity/rights'
import { administering } from '@/domain/identity/last-administrator'
import { chosenRoles, type ChosenRole } from '@/domain/identity/roles-of'
import type { InvitationRow, MembershipRoleRow, MembershipRow } from '@/domain/identity/rows'

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
    await administering(ctx, [member.organization], 'member.assign-role', () => replaceRoles(ctx, member, chosen))
    await endSessions(ctx, member.user)
    ctx.emit(memberRolesChanged, subjectOf(member), { ...factsOf(member), roles: chosen.map((one) => one.key) })
    return { member: id, roles: chosen.map(({ key: role, name, branch }) => ({ role, name, branch })) }
  },
})

/** Gives a member one more role, in the whole organization or in one branch. */
export const addRole = defineOperation({
  name: 'member.add-role',
  permission: 'member.assign-role',
  summary: 'Give a member one more role',
  input: z.strictObject({ id: z.uuid(), role: z.string().min(1).max(60), branch: z.uuid().nullish() }),
  run: async (ctx, { id, role, branch }) => {
    const [chosen] = await chosenRoles(ctx, await organizationOf(ctx, id), [{ role, branch }])
    const held = (await rolesNow(ctx, id)).map((one) => ({ role: one.role, branch: one.branch }))
    if (held.some((one) => one.role === chosen?.id && one.branch === chosen.branch)) refuse('DUPLICATE', { noun: 'This member', field: 'role', value: chosen?.name ?? role })
    return assignRoles.within(ctx, { id, roles: [...held, { role: chosen?.id ?? role, branch }] })
  },
})

/** Takes one role from a member, wherever it counts; the last one is taken by removing the member. */
export const takeRole = defineOperation({
  name: 'member.take-role',
  permission: 'member.assign-role',
  summary: 'Take a role from a member',
  input: z.strictObject({ id: z.uuid(), role: z.string().min(1).max(60) }),
  run: async (ctx, { id, role }) => {
    const [chosen] = await chosenRoles(ctx, await organizationOf(ctx, id), [{ role }])
    const present = await rolesNow(ctx, id)
    const left = present.filter((one) => one.role !== chosen?.id)
    if (left.length === present.length) refuse('NOT_FOUND', { noun: 'This role of the member' })
    if (left.length === 0) refuse('CONFLICT', { reason: 'A member keeps at least one role; suspend or remove the member instead.' })
    return assignRoles.within(ctx, { id, roles: left.map((one) => ({ role: one.role, branch: one.branch })) })
  },
})

function rolesNow(ctx: Context, id: string): Promise<MembershipRoleRow[]> {
  return ctx.find<MembershipRoleRow>('membership-roles', { membership: id })
}

// The lock comes first: what is read after it stays until the change is made.
async function organizationOf(ctx: Context, id: string) {
  const { organization } = await ctx.lock<MembershipRow>('memberships', id, { noun: 'The member' })
  return ctx.organizationFacts(organization)
}

type LockedMember = Awaited<ReturnType<typeof lockMember>>

async function replaceRoles(ctx: Context, member: LockedMember, chosen: readonly ChosenRole[]): Promise<void> {
  const key = (role: string, branch: string | null) => `${role} ${branch ?? ''}`
  const wanted = new Set(chosen.map((one) => key(one.id, one.branch)))
  const present = new Set(member.roles.map((one) => key(one.role, one.branch)))
  const gone = member.roles.filter((one) => !wanted.has(key(one.role, one.branch)))
  await ctx.lockMany('membership-roles', gone.map((one) => one.id))
  for (const one of gone) ctx.remove('membership-roles', one.id)
  const tenant = { organization: member.organization, tree: member.tree }
  for (const one of chosen.filter((role) => !present.has(key(role.id, role.branch)))) {
    ctx.insert('membership-roles', { ...tenant, membership: member.id, role: one.id, branch: one.branch })
  }
}

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
    await administering(ctx, [member.organization], 'member.suspend', () => Promise.resolve(ctx.update('memberships', id, { status: 'ended', endedAt: ctx.now })))
    await endSessions(ctx, member.user)
    ctx.emit(memberRemoved, subjectOf(member), factsOf(member))
    return { member: id, status: 'ended' as const }
  },
})

/** Sends a member a link to set a new password. Nobody sets or reads another person's password. */
export const sendReset = defineOperation({
  name: 'member.send-reset',
  permission: 'member.suspend',
  summary: 'Send a member a link to set a new password',
  input: Member,
  run: async (ctx, { id }) => {
    const member = await lockMember(ctx, id)
    if (member.status !== 'active') refuse('STATE_REFUSED', { noun: 'Member', number: member.personName, state: member.status, action: 'send a link', from: 'active' })
    await forgotPassword.within(ctx, { email: member.personEmail })
    // Nothing of the member changes; who asked for the link is on record all the same.
    ctx.update('memberships', id, { status: member.status })
    return { member: id, sent: true as const }
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
  await administering(ctx, [member.organization], 'member.suspend', () => Promise.resolve(ctx.update('memberships', id, { status: to })))
  ctx.emit(event, subjectOf(member), factsOf(member))
  return member
}

function subjectOf({ id, organization }: MembershipRow) {
  return { type: 'memberships', id, organization }
}

function factsOf({ id, personName, personEmail }: MembershipRow) {
  return { membership: id, name: personName, email: personEmail }
}
