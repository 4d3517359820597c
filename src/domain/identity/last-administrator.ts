import { refuse } from '@/kernel/errors'
import type { Context } from '@/platform/operation'

// An administrator is who may give roles in the whole organization: with nobody left, nobody could mend it from inside.
const STANDING = `select exists (select 1 from memberships m join users u on u.id = m.user_id and u.status = 'active'
  join membership_roles mr on mr.membership_id = m.id and mr.branch_id is null
  join role_permissions p on p.role_id = mr.role_id and p.key = 'member.assign-role' and p.reach in ('organization', 'network')
  where m.organization_id = $1::uuid and m.status = 'active') as stands`

const LOCK = `select pg_advisory_xact_lock(hashtextextended($1, 7261010))`

const STILL = `select exists (select 1 from memberships m join organizations o on o.id = $3::uuid
  join membership_roles mr on mr.membership_id = m.id join role_permissions p on p.role_id = mr.role_id and p.key = $2
  where m.user_id = $1::uuid and m.status = 'active'
    and m.organization_id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[])) as stands`

/**
 * Runs a change of who may do what in organizations, one after the other for each of them. The one who acts must still
 * hold the permission when its turn comes, and an organization whose own people change it keeps an administrator: two
 * administrators who remove each other at the same moment leave one.
 */
export async function administering<T>(ctx: Context, organizations: readonly string[], permission: string, change: () => Promise<T>): Promise<T> {
  const affected = [...new Set(organizations)].sort()
  for (const id of affected) await ctx.rows(LOCK, [id])
  for (const id of affected) await mustStillHold(ctx, id, permission)
  const watched = affected.filter((id) => ctx.principal.memberships.some(({ organization }) => organization.id === id))
  const before = new Map<string, boolean>()
  for (const id of watched) before.set(id, await stands(ctx, STANDING, [id]))
  const result = await change()
  await ctx.flush()
  for (const id of watched) if (before.get(id) && !(await stands(ctx, STANDING, [id]))) await refuseLast(ctx, id)
  return result
}

async function mustStillHold(ctx: Context, organization: string, permission: string): Promise<void> {
  if (ctx.principal.kind !== 'person') return
  if (!(await stands(ctx, STILL, [ctx.principal.id, permission, organization]))) refuse('PERMISSION_REFUSED', { permission })
}

async function refuseLast(ctx: Context, organization: string): Promise<never> {
  const { name } = await ctx.organizationFacts(organization)
  return refuse('CONFLICT', { reason: `${name} would be left without an administrator; make somebody else one first.` })
}

async function stands(ctx: Context, text: string, values: readonly unknown[]): Promise<boolean> {
  const [row] = await ctx.rows<{ stands: boolean }>(text, values)
  return row?.stands === true
}
