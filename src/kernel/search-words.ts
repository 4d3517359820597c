const MOST_WORDS = 8
const LONGEST = 40

/** The words of a search text: lower-case letters and digits only, at most eight of at most 40 characters. */
export function searchWords(query: string): string[] {
  const words = query
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
  return [...new Set(words.filter(Boolean).map((word) => word.slice(0, LONGEST)))].slice(0, MOST_WORDS)
}

/** A text for to_tsquery('simple', …) in which every word matches as a prefix; null when there is no word at all. */
export function prefixQuery(query: string): string | null {
  const words = searchWords(query)
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ')
}
