import type { PayloadRequest } from 'payload'
import { assertPassword, CredentialsInput, lastPasswords, securityPolicyOf } from '@/domain/identity'
import { refuse } from '@/kernel/errors'
import { installationPrincipal } from '@/platform/access/principal'
import { hashPassword, inHashTurn, isPassword, type Credentials } from '@/platform/password'
import { readerFor } from '@/platform/reader'

/**
 * The credentials of a new password, when the policy of the person's organizations allows it and it is none of its last
 * ones. INPUT_INVALID names the field otherwise. Each comparison and the hash take a turn of their own (PF7).
 */
export async function newCredentials(req: PayloadRequest, person: { id: string; email: string; name: string }, password: string): Promise<Credentials> {
  const reader = readerFor(req.payload, installationPrincipal('public'))
  const { password: rules, organizations } = await securityPolicyOf(reader, person.id)
  assertPassword(password, { ...person, organizations }, rules)
  for (const earlier of await lastPasswords(reader, person.id, rules.history)) {
    if (await inHashTurn(() => isPassword(password, earlier))) {
      refuse('INPUT_INVALID', { reason: `This was one of your last ${rules.history} passwords; take another one.` }, [{ path: 'password', message: 'was used before' }])
    }
  }
  return CredentialsInput.parse(await hashPassword(password))
}
