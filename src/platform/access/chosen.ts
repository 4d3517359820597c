const COOKIE = 'tf-organization'

/**
 * The organization the person works in just now: header `X-Organization` (id or slug) or the switcher's cookie.
 * It narrows what is shown and says where something new belongs; it never widens anything.
 */
export function chosenOrganization(headers: Headers | undefined): string | null {
  const header = headers?.get('x-organization')
  if (header) return header
  const cookie = headers?.get('cookie')?.split(/;\s*/).find((part) => part.startsWith(`${COOKIE}=`))
  return cookie ? decodeURIComponent(cookie.slice(COOKIE.length + 1)) || null : null
}
