/** Text → lower-case words joined by hyphens, at most `length` characters: "Große Räder 29″" → "grosse-rader-29". */
export function slugify(text: string, length = 80): string {
  return text
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, length)
    .replace(/^-+|-+$/g, '')
}
