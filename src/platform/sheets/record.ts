/** One record of a file: the line (or row) it stands on and its cells as text, by head. */
export interface SheetRecord {
  line: number
  values: Readonly<Record<string, string>>
}

/** The heads of a file: trimmed, unique, without empty ones at the end. */
export function headsOf(cells: readonly string[]): string[] {
  const heads = cells.map((cell) => cell.trim())
  while (heads.length > 0 && heads.at(-1) === '') heads.pop()
  const seen = new Map<string, number>()
  return heads.map((head, index) => {
    const name = head === '' ? `Column ${index + 1}` : head
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** A record out of cells; null for a row without any. Prototype-free, so no head can reach an object's inside. */
export function recordOf(heads: readonly string[], cells: readonly string[], line: number): SheetRecord | null {
  if (cells.every((cell) => cell.trim() === '')) return null
  const values = Object.create(null) as Record<string, string>
  heads.forEach((head, index) => (values[head] = cells[index] ?? ''))
  return { line, values }
}
