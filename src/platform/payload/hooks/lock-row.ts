import type { CollectionBeforeOperationHook } from 'payload'
import { lockForEdit } from '@/platform/locks'
import { tableOf, type CollectionMeta } from '@/platform/payload/meta'
import { clientOf, hasTransaction } from '@/platform/payload/transaction'

/** Takes the row's lock before Payload reads and merges it, so that two edits never lose one another (PF3). */
export function lockRow(meta: CollectionMeta): CollectionBeforeOperationHook {
  return async ({ args, operation, req }) => {
    const id = (args as { id?: number | string }).id
    if ((operation !== 'update' && operation !== 'delete') || id === undefined) return args
    if (await hasTransaction(req)) await lockForEdit(await clientOf(req), tableOf(meta.slug), String(id))
    return args
  }
}
