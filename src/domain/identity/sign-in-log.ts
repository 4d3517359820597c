import { z } from 'zod'
import type { Reader } from '@/platform/reader'

const Fact = z.string().max(255).nullable()

/** Where a sign-in comes from, as platform/sessions/visitor reads it off a request. */
export const VisitorInput = z.strictObject({
  ip: Fact,
  network: z.string().max(60),
  agent: Fact,
  device: Fact,
  browser: Fact,
  system: Fact,
  place: Fact,
})
export type VisitorFacts = z.output<typeof VisitorInput>

export type SignInOutcome = 'signed-in' | 'wrong-password' | 'locked' | 'confirmation-asked' | 'password-expired' | 'no-organization'

const KEEP = `insert into sign_ins (user_id, outcome, ip, network, agent, device, browser, system, place, is_new_device)
values ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

// Somebody who cleared the cookies of the same browser in the same network is no surprise.
const SEEN = `select exists (select 1 from sign_ins where user_id = $1::uuid and outcome = 'signed-in') as any,
  exists (select 1 from sign_ins where user_id = $1::uuid and outcome = 'signed-in' and at > now() - interval '90 days'
    and network = $2 and browser is not distinct from $3 and system is not distinct from $4) as same`

/** Adds a line to the history of sign-ins. */
export async function keepSignIn(reader: Reader, user: string | null, outcome: SignInOutcome, visitor: VisitorFacts, isNewDevice = false): Promise<void> {
  const { ip, network, agent, device, browser, system, place } = visitor
  await reader.rows(KEEP, [user, outcome, ip, network, agent, device, browser, system, place, isNewDevice], 'tf_sign_in_keep')
}

/** True when a person who signed in before comes with a browser and from a network it never came with. */
export async function isSurprising(reader: Reader, user: string, { network, browser, system }: VisitorFacts): Promise<boolean> {
  const [seen] = await reader.rows<{ any: boolean; same: boolean }>(SEEN, [user, network, browser, system], 'tf_sign_in_seen')
  return seen !== undefined && seen.any && !seen.same
}
