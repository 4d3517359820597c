/** How rows of texts are stored: a list of texts, an object of texts, or a list of objects with these keys. */
export type RowsKind = 'list' | 'map' | readonly string[]

/** The rows of a stored value; what is not of its kind has none. */
export function rowsOf(value: unknown, kind: RowsKind): string[][] {
  if (kind === 'map') return isRecord(value) ? Object.entries(value).map(([name, one]) => [name, textOf(one)]) : []
  if (!Array.isArray(value)) return []
  if (kind === 'list') return value.map((one) => [textOf(one)])
  return value.map((one: unknown) => kind.map((key) => (isRecord(one) ? textOf(one[key]) : '')))
}

/** What is stored for rows; null for none. An empty row stays while it is written, the server says what is missing. */
export function changed(rows: readonly (readonly string[])[], kind: RowsKind): unknown {
  if (rows.length === 0) return null
  if (kind === 'list') return rows.map(([one = '']) => one)
  if (kind === 'map') return Object.fromEntries(rows.map(([name = '', one = '']) => [name, one]))
  return rows.map((row) => Object.fromEntries(kind.map((key, at) => [key, row[at] ?? ''])))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
