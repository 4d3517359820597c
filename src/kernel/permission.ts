/** How far a role's permission carries: own rows, one branch, one organization, or the whole tree below it. */
export const REACHES = ['own', 'branch', 'organization', 'network'] as const

export type Reach = (typeof REACHES)[number]

export type Permissions<K extends string = string> = {
  readonly module: string
  /** permission key → the sentence HQ reads in the role editor */
  readonly keys: Readonly<Record<K, string>>
}

/** Declares the permissions of a module: `noun.verb` → one sentence for the role editor. */
export function definePermissions<const K extends `${string}.${string}`>(
  module: string,
  keys: Readonly<Record<K, string>>,
): Permissions<K> {
  return { module, keys }
}

/** True when `held` carries at least as far as `wanted`. */
export function reachCovers(held: Reach, wanted: Reach): boolean {
  return REACHES.indexOf(held) >= REACHES.indexOf(wanted)
}

/** The farthest of several reaches; undefined when there is none. */
export function widestReach(reaches: readonly Reach[]): Reach | undefined {
  return [...REACHES].reverse().find((reach) => reaches.includes(reach))
}
