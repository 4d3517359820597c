import { refuse } from '@/kernel/errors'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Context } from '@/platform/operation'
import type { RoleRow } from '@/domain/identity/rows'

/** A role to be given, by its key, in the whole organization or in one of its branches. */
export interface WantedRole {
  role: string
  branch?: string | null | undefined
}

export interface ChosenRole extends RoleRow {
  branch: string | null
}

/** The role rows of the tree behind keys; a role that does not exist or is made for another kind is refused. */
export async function chosenRoles(ctx: Context, target: OrganizationFacts, wanted: readonly WantedRole[]): Promise<ChosenRole[]> {
  const keys = wanted.map((one) => one.role)
  const rows = await ctx.find<RoleRow>('roles', { organization: target.tree, key: keys })
  await mustBeBranches(ctx, target, wanted)
  return wanted.map((one) => {
    const row = rows.find((role) => role.key === one.role && role.audience === target.kind)
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
