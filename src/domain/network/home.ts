import type { Principal } from '@/platform/access/principal'

/** Where a person works: the portal of its first dealer, or the administration for members of HQ. */
export function homeOf(principal: Principal): string {
  const organizations = principal.memberships.map((membership) => membership.organization)
  if (organizations.some((one) => one.kind === 'hq')) return '/admin'
  const dealer = organizations.find((one) => one.kind === 'dealer')
  return dealer ? `/dealer/${dealer.slug}` : '/no-portal'
}
