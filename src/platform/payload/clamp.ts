import { APIError, type CollectionBeforeOperationHook } from 'payload'

const MAX_ROWS = 200
const MAX_DEPTH = 3
const MAX_OFFSET = 100_000

/**
 * Payload's REST and GraphQL know no upper bound (PF10). Requests from outside get at most 200 rows, depth 3 and the
 * first 100,000 rows; the Local API of our own code is not touched.
 */
export const clampReads: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'read' || req.payloadAPI === 'local') return args
  const asked = args as { limit?: number; depth?: number; page?: number; pagination?: boolean; joins?: unknown }
  const limit = asked.limit === undefined ? undefined : clampLimit(asked.limit)
  if ((asked.page ?? 1) * (limit ?? 10) > MAX_OFFSET) throw new APIError('Pages end at row 100,000; narrow the filter.', 400)
  return {
    ...args,
    ...(limit === undefined ? {} : { limit }),
    ...(asked.pagination === false ? { limit: limit ?? MAX_ROWS } : {}),
    depth: Math.min(asked.depth ?? 0, MAX_DEPTH),
  }
}

function clampLimit(limit: number): number {
  if (!Number.isFinite(limit) || limit < 0) throw new APIError('limit must be a number from 1 to 200.', 400)
  return limit === 0 ? MAX_ROWS : Math.min(limit, MAX_ROWS)
}
