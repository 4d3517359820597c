import { refuse } from '@/kernel/errors'
import { grantsOf, type OrganizationFacts, type Principal } from '@/platform/access/principal'
import type { Operation } from '@/platform/operation'

/**
 * The organization a person acts for: the chosen one (id, slug or code) when the operation's permission is held there,
 * else the only one. A foreign organization is refused in the words of a missing one.
 */
export function actingOrganization(operation: Operation, principal: Principal, chosen: string | null): OrganizationFacts | null {
  return operation.scope === 'organization' ? organizationFor(principal, operation.permission, chosen) : null
}

/** The organization in which a person holds a permission: the chosen one, else the only one. For queries too. */
export function organizationFor(principal: Principal, permission: string | null, chosen: string | null): OrganizationFacts {
  const candidates = principal.memberships
    .filter((membership) => permission === null || grantsOf(principal, membership, permission).length > 0)
    .map((membership) => membership.organization)
  if (chosen) return candidates.find((one) => isMeant(one, chosen)) ?? refuse('NOT_FOUND', { noun: 'The organization' })
  const [only] = candidates
  if (only && candidates.length === 1) return only
  return refuse('INPUT_INVALID', { reason: 'You belong to several organizations: say which one with the header X-Organization.' })
}

function isMeant(organization: OrganizationFacts, chosen: string): boolean {
  return organization.id === chosen || organization.slug === chosen || organization.code === chosen
}
