import type { CollectionBeforeChangeHook } from 'payload'
import { refuse } from '@/kernel/errors'

/** Optimistic locking: who sends an old `revision` (or `If-Match`) is told so; every write counts it up. */
export const refuseStaleRevision: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (operation === 'create') return { ...data, revision: 1 }
  const stored = Number((originalDoc as { revision?: number }).revision ?? 1)
  const sent = sentRevision(data, req.headers)
  if (sent !== null && sent !== stored) refuse('STALE_REVISION', { noun: 'The record' })
  return { ...data, revision: stored + 1 }
}

function sentRevision(data: Record<string, unknown>, headers: Headers | undefined): number | null {
  const match = headers?.get('if-match')?.replaceAll('"', '')
  if (match) return Number(match)
  return typeof data['revision'] === 'number' ? data['revision'] : null
}
