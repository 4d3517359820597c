import { refuse } from '@/kernel/errors'
import { sideOf } from '@/platform/access/scope'
import { grantsOf, type OrganizationFacts } from '@/platform/access/principal'
import type { Context } from '@/platform/operation'
import { missingGrants, type WantedGrant } from '@/domain/identity/rules'
import type { MembershipRoleRow, MembershipRow, RolePermissionRow } from '@/domain/identity/rows'

/** The organization whose people are meant: the one named, when it is reached with the permission, else the own one. */
export async function targetOrganization(ctx: Context, permission: string, wanted: string | undefined): Promise<OrganizationFacts> {
  if (!wanted || wanted === ctx.organization.id) return ctx.organization
  const target = await ctx.organizationFacts(wanted)
  const side = sideOf(ctx.reach('memberships', permission), { organization: target.id, tree: target.tree })
  return side === 'owner' ? target : refuse('NOT_FOUND', { noun: 'The organization' })
}

/**
 * A grantor never gives or takes more than it holds. Inside its own organization every permission of the roles must be
 * held there at least as far and in the same branches; in an organization below, the roles of its kind may be given as
 * they are, because their permissions end at that organization, except those over people, roles and keys: to make
 * somebody an administrator one administers these people oneself.
 */
export async function mustHold(ctx: Context, organization: string, roles: readonly { id: string; branch: string | null }[]): Promise<void> {
  if (ctx.principal.kind === 'system' || roles.length === 0) return
  const membership = ctx.principal.memberships.find((one) => one.organization.id === organization)
  const rows = await ctx.find<RolePermissionRow>('role-permissions', { role: roles.map((role) => role.id) })
  const wanted = roles.flatMap(({ id, branch }) =>
    rows.filter((row) => row.role === id).map((row): WantedGrant => ({ permission: row.key, reach: row.reach, branch })),
  )
  const [missing] = membership ? missingGrants(membership.grants, wanted) : missingFromAbove(ctx, wanted)
  if (missing) refuse('PERMISSION_REFUSED', { permission: missing.permission })
}

function missingFromAbove(ctx: Context, wanted: readonly WantedGrant[]): WantedGrant[] {
  const held = ctx.principal.memberships.flatMap(({ grants }) => grants)
  return missingGrants(held, wanted.filter(({ permission }) => OVER_PEOPLE.test(permission)).map((one): WantedGrant => ({ ...one, reach: 'network', branch: null })))
}

const OVER_PEOPLE = /^(member\.(assign-role|suspend)|role\.write|api-key\.write)$/

/**
 * Locks a member for a change. One's own membership is refused, so an organization never loses its last administrator,
 * and so is a member who holds more than oneself.
 */
export async function lockMember(ctx: Context, id: string): Promise<MembershipRow & { roles: MembershipRoleRow[] }> {
  const member = await ctx.lock<MembershipRow>('memberships', id, { noun: 'The member' })
  if (member.status === 'ended') refuse('NOT_FOUND', { noun: 'The member' })
  if (member.user === ctx.principal.id) refuse('INPUT_INVALID', { reason: 'Somebody else has to change your own membership.' })
  const roles = await ctx.find<MembershipRoleRow>('membership-roles', { membership: id })
  await mustHold(ctx, member.organization, roles.map(({ role, branch }) => ({ id: role, branch })))
  return { ...member, roles }
}

/** Ends every session of the person, in the same transaction. */
export async function endSessions(ctx: Context, user: string, except: string | null = null): Promise<void> {
  await ctx.rows('delete from users_sessions where _parent_id = $1::uuid and id is distinct from $2', [user, except], 'tf_end_sessions')
}

/** Ends the sessions of all members of an organization and of those below it (its path is a prefix of theirs). */
export async function endSessionsBelow(ctx: Context, path: readonly string[]): Promise<void> {
  await ctx.rows(END_BELOW, [`/${path.join('/')}/%`], 'tf_end_sessions_below')
}

const END_BELOW = `delete from users_sessions s using memberships m join organizations o on o.id = m.organization_id
where s._parent_id = m.user_id and m.status = 'active' and o.path like $1`

/** True when the person holds the permission in the organization it acts for. */
export function holdsHere(ctx: Context, permission: string): boolean {
  const here = ctx.principal.memberships.find((one) => one.organization.id === ctx.organization.id)
  return here !== undefined && grantsOf(ctx.principal, here, permission).length > 0
}
