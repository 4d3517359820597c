import type { CollectionBeforeOperationHook } from 'payload'
import { refuse } from '@/kernel/errors'

/** A new password needs the present one, which a plain edit does not ask for; it has a page of its own. */
export const refuseCredentials: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const data = (args as { data?: Record<string, unknown> }).data
  if (operation === 'update' && req.payloadAPI !== 'local' && data?.['password']) {
    refuse('INPUT_INVALID', { reason: 'Change your password under My account; it asks for the present one.' }, [{ path: 'password', message: 'is changed elsewhere' }])
  }
  return args
}
