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
  const [reason, message] = weaknessOf(password, person) ?? []
  if (reason && message) refuse('INPUT_INVALID', { reason }, [{ path: 'password', message }])
}

const COMMON = new Set(['1234567890', 'password123', 'password1234', 'qwertyuiop', 'qwerty12345', 'letmein1234', 'welcome123', 'iloveyou123'])

function weaknessOf(password: string, { email, name }: { email: string; name?: string }): [reason: string, message: string] | null {
  const lower = password.toLowerCase()
  const names = [email, email.split('@')[0], name].map((one) => one?.toLowerCase())
  if (password.length < 10) return ['A password has at least 10 characters.', 'too short']
  if (password.length > 128) return ['A password has at most 128 characters.', 'too long']
  if (names.includes(lower)) return ['The password must not be your name or address.', 'is a name']
  const isEasy = new Set(lower).size < 5 || COMMON.has(lower)
  return isEasy ? ['This password is too easy to guess; take a longer or less regular one.', 'easy to guess'] : null
}

function covers(held: HeldGrant, wanted: WantedGrant): boolean {
  if (held.permission !== wanted.permission || !reachCovers(held.reach, wanted.reach)) return false
  return held.branch === null || held.branch === wanted.branch
}
