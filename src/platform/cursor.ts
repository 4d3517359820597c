import { refuse } from '@/kernel/errors'
import type { Page } from '@/platform/http/route'

/** Where a list goes on: the sort value and the id of the last row. It carries no right and may be shown to anybody. */
export type Cursor = readonly [value: string, id: string]

/** A cursor as text for an address. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** The cursor of a text that `writeCursor` made; INPUT_INVALID for anything else. */
export function readCursor(text: string): Cursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (isCursor(parsed)) return parsed
  } catch {
    // Not JSON: refused below.
  }
  return refuse('INPUT_INVALID', { reason: 'The cursor is not one of ours; start without it.' }, [{ path: 'cursor', message: 'is not valid' }])
}

/** A page out of `limit + 1` rows, with the cursor of its last row when there are more. */
export function pageOf<T>(rows: readonly T[], limit: number, cursor: (row: T) => Cursor): Page<T> {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, limit, nextCursor: rows.length > limit && last ? writeCursor(cursor(last)) : null }
}

function isCursor(value: unknown): value is Cursor {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
}
