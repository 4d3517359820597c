import { reachCovers, type Reach } from '@/kernel/permission'

export interface HeldGrant {
  permission: string
  reach: Reach
  branch: string | null
}

export interface WantedGrant {
  permission: string
  reach: Reach
  branch: string | null
}

/**
 * What of `wanted` is not covered by `held`, both in the same organization: the permission itself, at least as far, and
 * in the same branch when the held one counts in a branch only.
 */
export function missingGrants(held: readonly HeldGrant[], wanted: readonly WantedGrant[]): WantedGrant[] {
  return wanted.filter((one) => !held.some((grant) => covers(grant, one)))
}

function covers(held: HeldGrant, wanted: WantedGrant): boolean {
  if (held.permission !== wanted.permission || !reachCovers(held.reach, wanted.reach)) return false
  return held.branch === null || held.branch === wanted.branch
}
