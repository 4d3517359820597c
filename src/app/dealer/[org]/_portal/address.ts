/** What stands behind the question mark, as Next gives it. */
export type Search = Readonly<Record<string, string | string[] | undefined>>

/** What a page of the portal gets. */
export interface PageProps<More extends object = object> {
  params: Promise<{ org: string } & More>
  searchParams: Promise<Search>
}

export type Query = Readonly<Record<string, string | readonly string[] | null | undefined>>

/** The first value of a parameter, trimmed; absent when empty. */
export function one(search: Search, key: string): string | undefined {
  const value = search[key]
  const text = (Array.isArray(value) ? value[0] : value)?.trim()
  return text === '' ? undefined : text
}

/** All values of a parameter that may come several times. */
export function many(search: Search, key: string): string[] {
  const value = search[key]
  return (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string' && text !== '')
}

/** The value of a parameter if it is one of those known. */
export function oneOf<const T extends string>(search: Search, key: string, known: readonly T[]): T | undefined {
  const value = one(search, key)
  return known.find((candidate) => candidate === value)
}

/** An id of a parameter; what is none is as good as absent. */
export function idOf(search: Search, key: string): string | undefined {
  const value = one(search, key)
  return value && isId(value) ? value : undefined
}

/** A plain day (`2026-03-31`) of a parameter; what is none is as good as absent. */
export function dayOf(search: Search, key: string): string | undefined {
  const value = one(search, key)
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined
}

/** Whether a text can be an id at all. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}

/** A path with its query; empty values are left out. */
export function hrefOf(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [value] : (value ?? [])).filter((text) => text !== '').map((text): [string, string] => [key, text]))
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`
}

/** The values of a query that hidden fields of another form can keep. */
export function keptOf(query: Query): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''))
}
