import { refuse } from '@/kernel/errors'
import type { OrganizationFacts } from '@/platform/access/principal'
import { sideOf } from '@/platform/access/scope'
import type { Context } from '@/platform/operation'

/** Refuses NOT_FOUND unless the permission reaches documents that this organization owns in this branch. */
export function mustOwn(ctx: Pick<Context, 'reach'>, permission: string, owner: Pick<OrganizationFacts, 'id' | 'tree'>, branch: string | null): void {
  const side = sideOf(ctx.reach('invoices', permission), { organization: owner.id, tree: owner.tree, branch })
  if (side !== 'owner') refuse('NOT_FOUND', { noun: 'The organization' })
}
