import type { ListFilter } from '@/components/admin/lists/export-filter'

type Json = NonNullable<ListFilter['where']>[string]

const ON_PAGE = 100

/**
 * The ids of every row a list shows, also of those on its other pages: what "select all" means. `searched` are the
 * fields the words of its search are looked for in. At most `most` ids; null when one of the pages could not be read.
 */
export async function idsOfAll(collection: string, filter: ListFilter, searched: readonly string[], most: number): Promise<string[] | null> {
  const ids: string[] = []
  for (let page = 1; ids.length < most; page += 1) {
    const found = await pageOf(collection, queryOf(filter, searched, page))
    if (found === null) return null
    ids.push(...found.map(({ id }) => id))
    if (found.length < ON_PAGE) break
  }
  return ids.slice(0, most)
}

/** The address of one page of the rows a filter lets through, in the words of the generated API. */
export function queryOf({ where, q }: ListFilter, searched: readonly string[], page: number): URLSearchParams {
  const parts = [...(where ? [where] : []), ...(q ? [{ or: searched.map((field) => ({ [field]: { like: q } })) }] : [])]
  const conditions = parts.length === 0 ? [] : parametersOf('where', { and: parts })
  return new URLSearchParams([['limit', String(ON_PAGE)], ['page', String(page)], ['depth', '0'], ['sort', 'id'], ['select[id]', 'true'], ...conditions])
}

async function pageOf(collection: string, query: URLSearchParams): Promise<{ id: string }[] | null> {
  try {
    const response = await fetch(`/api/${collection}?${query.toString()}`)
    return response.ok ? ((await response.json()) as { docs: { id: string }[] }).docs : null
  } catch {
    return null
  }
}

function parametersOf(at: string, value: Json): [string, string][] {
  if (typeof value === 'string') return [[at, value]]
  const inner = Array.isArray(value) ? value.map((one, index) => [String(index), one] as const) : Object.entries(value)
  return inner.flatMap(([key, one]) => parametersOf(`${at}[${key}]`, one))
}
