import { refuse } from '@/kernel/errors'
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

/** Refuses a password that is too short, too long or one of the names it protects (house policy: 10 to 128). */
export function assertPassword(password: string, person: { email: string; name?: string }): void {
  const lower = password.toLowerCase()
  const names = [person.email.toLowerCase(), person.email.split('@')[0]?.toLowerCase() ?? '', person.name?.toLowerCase() ?? '']
  if (password.length < 10) refuse('INPUT_INVALID', { reason: 'A password has at least 10 characters.' }, at('too short'))
  if (password.length > 128) refuse('INPUT_INVALID', { reason: 'A password has at most 128 characters.' }, at('too long'))
  if (names.includes(lower)) refuse('INPUT_INVALID', { reason: 'The password must not be your name or address.' }, at('is a name'))
  if (new Set(lower).size < 5 || COMMON.has(lower)) {
    refuse('INPUT_INVALID', { reason: 'This password is too easy to guess; take a longer or less regular one.' }, at('easy to guess'))
  }
}

const COMMON = new Set(['1234567890', 'password123', 'password1234', 'qwertyuiop', 'qwerty12345', 'letmein1234', 'welcome123', 'iloveyou123'])

function at(message: string) {
  return [{ path: 'password', message }]
}

function covers(held: HeldGrant, wanted: WantedGrant): boolean {
  if (held.permission !== wanted.permission || !reachCovers(held.reach, wanted.reach)) return false
  return held.branch === null || held.branch === wanted.branch
}
