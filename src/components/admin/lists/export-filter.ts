/** What an export can be narrowed by. */
export interface ExportFilter {
  status?: string[]
  q?: string
}

const STATUS = /^where(?:\[or\]\[0\]\[and\]\[\d+\])?\[status\]\[(?:in|equals)\](?:\[\d+\])?$/

/**
 * The filter of a list's address in the words of an export: states and search. Null when the list is narrowed by more,
 * because a file with more rows than the screen would be a lie.
 */
export function exportFilterOf(search: URLSearchParams): ExportFilter | null {
  const status: string[] = []
  let q: string | undefined
  for (const [key, value] of search) {
    if (key === 'search' && value.trim() !== '') q = value.trim()
    else if (STATUS.test(key)) status.push(...value.split(','))
    else if (key.startsWith('where')) return null
  }
  return { ...(status.length > 0 ? { status } : {}), ...(q === undefined ? {} : { q }) }
}
