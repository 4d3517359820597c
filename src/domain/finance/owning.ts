import { refuse } from '@/kernel/errors'
import type { OrganizationFacts } from '@/platform/access/principal'
import { sideOf } from '@/platform/access/scope'
import type { Context } from '@/platform/operation'

/** Refuses NOT_FOUND unless the permission reaches documents that this organization owns. */
export function mustOwn(ctx: Pick<Context, 'reach'>, permission: string, owner: OrganizationFacts): void {
  const side = sideOf(ctx.reach('invoices', permission), { organization: owner.id, tree: owner.tree })
  if (side !== 'owner') refuse('NOT_FOUND', { noun: 'The organization' })
}
