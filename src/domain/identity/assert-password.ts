import { refuse } from '@/kernel/errors'
import { isCommonPassword } from '@/platform/passwords/common'
import { strictest, weaknessOf, type PasswordRules } from '@/domain/identity/password-rules'

/** Whom a password protects: it must not contain their words. */
export interface Protected {
  email: string
  name?: string | undefined
  organizations?: readonly string[]
}

/** Refuses a password that the rules do not allow, with the sentence at its field. Without rules: the classic ones. */
export function assertPassword(password: string, { email, name = '', organizations = [] }: Protected, rules: PasswordRules = strictest([])): void {
  const words = [email.split('@')[0] ?? '', (email.split('@')[1] ?? '').split('.')[0] ?? '', name, ...organizations]
  const weakness = weaknessOf(password, rules, words, isCommonPassword)
  if (weakness) refuse('INPUT_INVALID', { reason: weakness.reason }, [{ path: 'password', message: weakness.message }])
}
