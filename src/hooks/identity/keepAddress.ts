import type { CollectionBeforeChangeHook } from 'payload'
import { refuse } from '@/kernel/errors'

/** The address is the account: it is proven by an invitation and does not change by an edit. */
export const keepAddress: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const before = (originalDoc as { email?: string } | undefined)?.email
  const after = data['email'] as string | undefined
  if (operation === 'update' && req.payloadAPI !== 'local' && after !== undefined && after.toLowerCase() !== before) {
    refuse('INPUT_INVALID', { reason: 'The e-mail address of an account cannot be changed.' }, [{ path: 'email', message: 'cannot change' }])
  }
  return data
}
