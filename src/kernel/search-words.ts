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

/**
 * A tsquery in which every word matches as a prefix, words of one Latin letter or digit only as a whole; null when there
 * is no word at all. `weight` narrows it to lexemes of those weights ("A", "AB").
 */
export function prefixQuery(query: string, weight = ''): string | null {
  const words = searchWords(query)
  return words.length === 0 ? null : words.map((word) => `'${word}'${suffix(word, weight)}`).join(' & ')
}

// A single letter begins so many words that it would find nearly everything.
function suffix(word: string, weight: string): string {
  if (!/^[a-z0-9]$/.test(word)) return `:*${weight}`
  return weight && `:${weight}`
}
