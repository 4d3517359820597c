import { securityPolicyOf, spokenRules } from '@/domain/identity'
import { isDomainError } from '@/kernel/errors'
import { installationPrincipal } from '@/platform/access/principal'
import { payloadForPages } from '@/platform/next/session'
import { peekToken } from '@/platform/one-time-token'
import { readerFor } from '@/platform/reader'

/** What the organizations behind a one-time link ask of passwords, in words; nothing for a link that is not valid. */
export async function rulesFor(purpose: 'invite' | 'reset', token: string): Promise<string> {
  const reader = readerFor(await payloadForPages(), installationPrincipal('public'))
  try {
    const { user } = await peekToken(reader, purpose, token)
    return spokenRules((await securityPolicyOf(reader, user)).password)
  } catch (error) {
    if (isDomainError(error)) return ''
    throw error
  }
}
