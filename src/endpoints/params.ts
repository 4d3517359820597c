import { z } from 'zod'
import { refuse } from '@/kernel/errors'

/** No query string is expected. */
export const NoQuery = z.strictObject({})

/** Page size and the id to go on after. */
export const PageQuery = { cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).default(25) }

/** A path parameter that must be an id; anything else is answered like a row that does not exist. */
export function idOf(text: string | undefined, noun: string): string {
  return z.uuid().safeParse(text).data ?? refuse('NOT_FOUND', { noun })
}
