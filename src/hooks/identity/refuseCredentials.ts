import type { CollectionBeforeOperationHook } from 'payload'
import { assertPassword } from '@/domain/identity'
import { refuse } from '@/kernel/errors'

/**
 * Payload's own ways to a password, whoever calls them: a new account obeys the policy, everything else has operations
 * that ask for the present password or a one-time link, keep the history and end sessions.
 */
export const refuseCredentials: CollectionBeforeOperationHook = ({ args, operation }) => {
  const data = (args as { data?: Record<string, unknown> }).data
  const password = data?.['password']
  if (operation === 'resetPassword' || (operation === 'update' && password)) {
    refuse('INPUT_INVALID', { reason: 'Change your password under My security; it asks for the present one.' }, [{ path: 'password', message: 'is changed elsewhere' }])
  }
  if (operation === 'create' && password !== undefined) {
    const { email, name } = data as { email?: unknown; name?: unknown }
    assertPassword(String(password), { email: String(email ?? ''), name: String(name ?? '') })
  }
  return args
}
