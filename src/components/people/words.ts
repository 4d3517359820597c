import type { Reach } from '@/kernel/permission'

/** A permission with the sentence that explains it. */
export interface Explained {
  key: string
  sentence: string
  /** Whether an API key can have it. */
  forKeys: boolean
}

/** The permissions of a module. */
export interface PermissionGroup {
  module: string
  label: string
  entries: readonly Explained[]
}

export interface Granted {
  key: string
  reach: Reach
}

/** How far a permission carries, in words. */
export const REACH_WORDS: Readonly<Record<Reach, string>> = {
  own: 'Own records only',
  branch: 'One branch',
  organization: 'This organization',
  network: 'Whole network',
}

/** How a role differs from the one it was copied from, in one permission. */
export type Difference = 'added' | 'removed' | 'farther' | 'nearer'

export const DIFFERENCE_WORDS: Readonly<Record<Difference, string>> = { added: 'Added', removed: 'Removed', farther: 'Farther', nearer: 'Nearer' }

const ORDER: readonly Reach[] = ['own', 'branch', 'organization', 'network']

/** What differs between the original's reach and the copy's; null when nothing does. */
export function differenceOf(original: Reach | undefined, now: Reach | undefined): Difference | null {
  if (original === now) return null
  if (!original) return 'added'
  if (!now) return 'removed'
  return ORDER.indexOf(now) > ORDER.indexOf(original) ? 'farther' : 'nearer'
}

/** The reaches a role can be given: up to the farthest its kind has; one branch is said where a role is given. */
export function reachesUpTo(most: Reach | undefined): Reach[] {
  return most ? ORDER.filter((one) => one !== 'branch' && ORDER.indexOf(one) <= ORDER.indexOf(most)) : []
}

/** Whether a text is found in a permission. */
export function isMatch({ key, sentence }: { key: string; sentence: string }, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return wanted === '' || key.includes(wanted) || sentence.toLowerCase().includes(wanted)
}
