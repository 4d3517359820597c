const HERE = 'http://here.invalid'

/** A path of this server with query and hash, or null: a sign-in page must not lead to somebody else's. */
export function safePath(next: string | undefined): string | null {
  const url = next?.startsWith('/') && URL.canParse(next, HERE) ? new URL(next, HERE) : null
  if (url?.origin !== HERE) return null
  const path = url.pathname + url.search + url.hash
  return path.startsWith('//') ? null : path
}
