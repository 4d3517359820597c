import { hrefOf, one, type Query, type Search } from './address'

/** Where one is in a list that only knows "after this one": the cursors of the pages before stand in the address. */
export interface Trail {
  cursor: string | undefined
  /** Links to the pages beside, for `Pagination`. */
  links: (nextCursor: string | null) => { previousHref: string | null; nextHref: string | null }
}

const MOST_PAGES_BACK = 20

/** Reads `after=first~second`: the last cursor is the current page's, dropping it leads back. */
export function trailOf(search: Search, path: string, query: Query): Trail {
  const cursors = (one(search, 'after') ?? '').split('~').filter((cursor) => /^[\w-]{8,400}$/.test(cursor))
  const at = (wanted: readonly string[]) => hrefOf(path, { ...query, after: wanted.slice(-MOST_PAGES_BACK).join('~') })
  return {
    cursor: cursors.at(-1),
    links: (nextCursor) => ({
      previousHref: cursors.length > 0 ? at(cursors.slice(0, -1)) : null,
      nextHref: nextCursor ? at([...cursors, nextCursor]) : null,
    }),
  }
}
