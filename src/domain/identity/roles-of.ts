import { refuse } from '@/kernel/errors'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Context } from '@/platform/operation'
import type { RoleRow } from '@/domain/identity/rows'

/** A role to be given, by its key or id, in the whole organization or in one of its branches. */
export interface WantedRole {
  role: string
  branch?: string | null | undefined
}

export interface ChosenRole extends RoleRow {
  branch: string | null
}

/**
 * The roles behind keys or ids: those of the organization itself and of the ones above it, the nearest first. A role that
 * does not exist there or is made for another kind is refused.
 */
export async function chosenRoles(ctx: Context, target: OrganizationFacts, wanted: readonly WantedRole[]): Promise<ChosenRole[]> {
  const rows = await ctx.find<RoleRow>('roles', { organization: [...new Set([target.tree, ...target.path])] })
  const near = [...rows].sort((one, other) => target.path.indexOf(other.organization) - target.path.indexOf(one.organization))
  await mustBeBranches(ctx, target, wanted)
  return wanted.map((one) => {
    const row = near.find((role) => (role.key === one.role || role.id === one.role) && role.audience === target.kind)
    if (!row) return refuse('INPUT_INVALID', { reason: `There is no role "${one.role}" for ${target.name}.` }, [{ path: 'roles', message: 'unknown role' }])
    return { ...row, branch: one.branch ?? null }
  })
}

async function mustBeBranches(ctx: Context, target: OrganizationFacts, wanted: readonly WantedRole[]): Promise<void> {
  const branches = [...new Set(wanted.flatMap((one) => (one.branch ? [one.branch] : [])))]
  if (branches.length === 0) return
  const known = await ctx.find<{ id: string }>('branches', { organization: target.id, id: branches })
  if (known.length < branches.length) refuse('NOT_FOUND', { noun: 'The branch' })
}
