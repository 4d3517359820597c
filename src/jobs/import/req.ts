import { createLocalReq, type PayloadRequest } from 'payload'
import { userOf } from '@/platform/access/strategy'
import type { Run } from '@/platform/import/step'

/** The request rows are written with: that of the open chunk, with the rights of the importing person. */
export async function reqOf(run: Run): Promise<PayloadRequest> {
  return run.req ?? createLocalReq({ user: userOf(run.principal) }, run.payload)
}
