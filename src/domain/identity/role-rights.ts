import { refuse } from '@/kernel/errors'
import { reachCovers, type Reach } from '@/kernel/permission'
import type { Context } from '@/platform/operation'
import { missingGrants, type WantedGrant } from '@/domain/identity/rules'
import type { RoleRow } from '@/domain/identity/rows'

export interface RoleGrant {
  key: string
  reach: Reach
}

const GRANTABLE = `select p.key, p.reach from role_permissions p join roles r on r.id = p.role_id
where r.tree_id = $1::uuid and r.built_in and r.audience::text = $2`

/**
 * What a role of a kind may hold: what the built-in roles of that kind have, at most as far. That is where its
 * permissions end, so a role for dealers never becomes a way into its headquarters.
 */
export async function mustFitKind(ctx: Context, { tree, audience }: Pick<RoleRow, 'tree' | 'audience'>, wanted: readonly RoleGrant[]): Promise<void> {
  const known = await ctx.rows<RoleGrant>(GRANTABLE, [tree, audience])
  const foreign = wanted.find((one) => !known.some(({ key, reach }) => key === one.key && reachCovers(reach, one.reach)))
  if (foreign) refuse('INPUT_INVALID', { reason: `A role for ${audience} cannot have ${foreign.key} with reach ${foreign.reach}.` }, [{ path: 'permissions', message: foreign.key }])
}

/**
 * Whoever puts a permission into a role, or takes one out, holds it in the organization the role belongs to, as far and
 * in all of it: a role held in one branch is no right to write roles for the others. Headquarters writes roles for dealers
 * without holding what only dealers do; then the kind of the role is the limit.
 */
export function mustHoldGrants(ctx: Context, role: Pick<RoleRow, 'organization' | 'audience'>, touched: readonly RoleGrant[]): void {
  const membership = ctx.principal.memberships.find((one) => one.organization.id === role.organization)
  const isForOthers = membership !== undefined && membership.organization.kind !== role.audience
  if (ctx.principal.kind === 'system' || isForOthers) return
  const wanted = touched.map(({ key, reach }): WantedGrant => ({ permission: key, reach, branch: null }))
  const [missing] = membership ? missingGrants(membership.grants, wanted) : []
  if (missing) refuse('PERMISSION_REFUSED', { permission: missing.permission })
}

/** What differs between two sets of permissions, each with the farther of both reaches. */
export function touchedGrants(before: readonly RoleGrant[], after: readonly RoleGrant[]): RoleGrant[] {
  const keys = new Set([...before, ...after].map(({ key }) => key))
  return [...keys].flatMap((key) => {
    const [was, becomes] = [before, after].map((grants) => grants.find((one) => one.key === key)?.reach)
    if (was === becomes) return []
    const farther = was && becomes ? (reachCovers(was, becomes) ? was : becomes) : (was ?? becomes)
    return farther ? [{ key, reach: farther }] : []
  })
}
