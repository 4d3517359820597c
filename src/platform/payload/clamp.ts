import { APIError, type CollectionBeforeOperationHook } from 'payload'

const MAX_ROWS = 200
const MAX_DEPTH = 3
const MAX_OFFSET = 100_000

/**
 * Payload's REST and GraphQL know no upper bound (PF10). Requests from outside get at most 200 rows, depth 3 and the
 * first 100,000 rows, in an order of the rows' own fields; the Local API of our own code is not touched.
 */
export const clampReads: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'read' || req.payloadAPI === 'local') return args
  const { limit: wanted, depth = 0, page = 1, pagination, sort } = args as Asked
  if (THROUGH_POINTER.test(String(sort))) throw new APIError('Rows are sorted by their own fields, not by those of a related row.', 400)
  const limit = clampLimit(wanted ?? (pagination === false ? MAX_ROWS : 10))
  if (page * limit > MAX_OFFSET) throw new APIError('Pages end at row 100,000; narrow the filter.', 400)
  return { ...args, limit, depth: Math.min(depth, MAX_DEPTH) }
}

interface Asked {
  limit?: number
  depth?: number
  page?: number
  pagination?: boolean
  sort?: string | string[]
}

// The order would tell of fields that may not be read; Payload looks at filters alone so closely (PF14).
const THROUGH_POINTER = /\.|\w__/

function clampLimit(limit: number): number {
  if (!Number.isFinite(limit) || limit < 0) throw new APIError('limit must be a number from 1 to 200.', 400)
  return limit === 0 ? MAX_ROWS : Math.min(limit, MAX_ROWS)
}
