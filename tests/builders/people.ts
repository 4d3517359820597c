import type { Payload } from 'payload'

import { acceptInvitation, inviteMember } from '@/domain/identity'
import { poolOf } from '@/platform/db/pool'
import { openToken } from '@/platform/one-time-token'
import { perform, type Caller } from '@/platform/perform'
import { callerOf, CREDENTIALS, publicCaller } from './callers'

/** A person of a test: sign in with `email` and PASSWORD. */
export type Person = { email: string; name: string; user: string; membership: string; organization: string }

/** The token in the latest invitation sent to an address. */
export async function invitationToken(payload: Payload, email: string): Promise<string> {
  const { rows } = await poolOf(payload).query<{ box: string }>(
    `select data->>'sealedToken' as box from outbox_events where name = 'member.invited' and data->>'email' = $1 order by id desc limit 1`,
    [email],
  )
  if (!rows[0]) throw new Error(`${email} was not invited.`)
  return openToken('invite', rows[0].box)
}

/** Accepts the invitation of an address with the tests' password; gives the person. */
export async function accept(payload: Payload, email: string, name: string, organization: string): Promise<Person> {
  const token = await invitationToken(payload, email)
  const { user, membership } = await perform(acceptInvitation, { token, credentials: CREDENTIALS }, publicCaller(payload))
  return { email, name, user, membership, organization }
}

/** Invites somebody into an organization with roles, in one branch where it is named, and accepts at once. */
export async function aPerson(
  payload: Payload,
  by: Caller,
  { organization, email, name, roles, branch }: { organization: string; email: string; name: string; roles: string[]; branch?: string },
): Promise<Person> {
  await perform(inviteMember, { organization, email, name, roles: roles.map((role) => ({ role, ...(branch ? { branch } : {}) })) }, by)
  return accept(payload, email, name, organization)
}

/** A caller with the person's rights as they are now. */
export async function callerOfPerson(payload: Payload, person: Person | string, options = {}): Promise<Caller> {
  return callerOf(payload, typeof person === 'string' ? person : person.email, options)
}
