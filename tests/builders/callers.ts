import type { Payload } from 'payload'

import { loadOrganization, loadPrincipal } from '@/platform/access/load-principal'
import { installationPrincipal, systemPrincipal, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import type { Caller } from '@/platform/perform'
import { readerFor, type Reader } from '@/platform/reader'

/** Options of one call; `now` is the clock the operation sees. */
export type CallOptions = { organization?: string; idempotencyKey?: string; now?: Date }

/** The password of every person the builders make. */
export const PASSWORD = 'thoroughfare-tests-1'

/** Its hash, made beforehand: hashing takes a quarter of a second. */
export const CREDENTIALS = {
  salt: '5a'.repeat(32),
  hash: 'pbkdf2-sha256-v1:dbce72b8b466acf51bba4f922c6d6596c7088b3a9f692f5a5a3810bead3a092a',
}

let requests = 0

/** A caller for a principal, as a request would give it to `perform`. */
export function callerFor(payload: Payload, principal: Principal | null, options: CallOptions = {}): Caller {
  requests += 1
  return { payload, principal, facts: { requestId: `test-${requests}`, ip: '127.0.0.1', agent: 'jest' }, ...options }
}

/** The principal of a person as the database knows it now; throws when the person cannot act. */
export async function principalFor(payload: Payload, email: string): Promise<Principal> {
  const { rows } = await poolOf(payload).query<{ id: string }>('select id from users where email = $1', [email.toLowerCase()])
  const principal = rows[0] ? await loadPrincipal(poolOf(payload), rows[0].id, null) : null
  if (!principal) throw new Error(`${email} cannot act.`)
  return principal
}

/** A caller that signs in anew (its rights are read now). */
export async function callerOf(payload: Payload, email: string, options: CallOptions = {}): Promise<Caller> {
  return callerFor(payload, await principalFor(payload, email), options)
}

/** The system acting for one organization. */
export async function systemOf(payload: Payload, organization: string, options: CallOptions = {}): Promise<Caller> {
  const facts = await loadOrganization(poolOf(payload), organization)
  if (!facts) throw new Error(`There is no organization ${organization}.`)
  return callerFor(payload, systemPrincipal(facts), options)
}

/** Nobody: public operations. */
export function publicCaller(payload: Payload, options: CallOptions = {}): Caller {
  return callerFor(payload, installationPrincipal('public'), options)
}

/** A reader with the rights of a person. */
export async function readerOf(payload: Payload, email: string, now = new Date()): Promise<Reader> {
  return readerFor(payload, await principalFor(payload, email), now)
}
