type Json = string | Json[] | { [key: string]: Json }

/** What an export is narrowed by: the conditions of the list, its search, or chosen rows. */
export interface ListFilter {
  where?: Record<string, Json>
  q?: string
  ids?: string[]
}

/**
 * The filter of a list's address in the words of an export: every condition counts, whatever its operator, because a file
 * with more rows than the screen would be a lie. `focus` is what the page narrows the list by besides.
 */
export function exportFilterOf(search: URLSearchParams, focus: Record<string, Json> | null = null): ListFilter {
  const where: Record<string, Json> = {}
  let q = ''
  for (const [key, value] of search) {
    if (key === 'search') q = value.trim()
    else if (key.startsWith('where[')) put(where, [...key.slice(5).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? ''), value)
  }
  const parts = [compact(where), focus].filter((one) => one !== null && Object.keys(one).length > 0) as Record<string, Json>[]
  const [only] = parts
  return { ...(only ? { where: parts.length === 1 ? only : { and: parts } } : {}), ...(q === '' ? {} : { q }) }
}

function put(target: Record<string, Json>, path: readonly string[], value: string): void {
  const [key = '', ...rest] = path
  if (key === '__proto__') return
  if (rest.length === 0) target[key] = value
  else {
    const inner = target[key]
    const next = typeof inner === 'object' && !Array.isArray(inner) ? inner : {}
    target[key] = next
    put(next, rest, value)
  }
}

// `[0]`, `[1]` were places of a list.
function compact(value: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, listed(one)]))
}

function listed(value: Json): Json {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const keys = Object.keys(value)
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) return keys.sort((a, b) => Number(a) - Number(b)).map((key) => listed(value[key] ?? ''))
  return compact(value)
}
