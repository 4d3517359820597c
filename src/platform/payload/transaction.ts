import type { PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'
import { sessionOf } from '@/platform/db/safe-tx'

/** The connection of the request's open transaction; throws when a nested failure already rolled it back (PF2). */
export async function clientOf(req: PayloadRequest): Promise<PoolClient> {
  const id = req.transactionID ? await req.transactionID : undefined
  const session = id === undefined ? undefined : sessionOf(req.payload.db, id)
  if (!session) throw new Error('The transaction of this request is gone; nothing can be written in it.')
  return session.client
}

/** True while the request is inside a transaction. */
export async function hasTransaction(req: PayloadRequest): Promise<boolean> {
  const id = req.transactionID ? await req.transactionID : undefined
  return id !== undefined && id !== null && sessionOf(req.payload.db, id) !== undefined
}
