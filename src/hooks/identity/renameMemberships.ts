import type { CollectionAfterChangeHook } from 'payload'
import { updateProfile } from '@/domain/identity'
import { principalOf } from '@/platform/access/principal'
import { requestFacts } from '@/platform/http/request-facts'
import { perform } from '@/platform/perform'

/** Memberships carry a copy of the name, so that HQ never reads other people's user rows; it follows in the same transaction. */
export const renameMemberships: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const { id, name } = doc as { id: string; name: string }
  const principal = principalOf(req.user)
  const isRenamed = operation === 'update' && (previousDoc as { name?: string }).name !== name
  if (isRenamed && principal?.id === id) {
    await perform(updateProfile, { name }, { payload: req.payload, principal, facts: requestFacts(req), req })
  }
  return doc as unknown
}
