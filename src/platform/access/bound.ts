import { grantsOf, type Principal } from '@/platform/access/principal'

/**
 * The branches of an organization a principal is bound to with a permission; null: not bound, as whoever holds it in the
 * whole organization, and whoever acts for the other side.
 */
export function boundTo(principal: Principal, organization: string, permission: string): readonly string[] | null {
  const membership = principal.memberships.find((one) => one.organization.id === organization)
  if (!membership) return null
  const grants = grantsOf(principal, membership, permission)
  const isFree = grants.length === 0 || grants.some(({ branch, reach }) => branch === null && reach !== 'branch')
  return isFree ? null : grants.flatMap(({ branch }) => branch ?? [])
}
