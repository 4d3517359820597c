/** What an address says about whom one looks at: nobody in particular, one dealer, or a group. */
export interface FocusWord {
  kind: 'dealer' | 'group'
  slug: string
}

/** The focus of an address, or null. */
export function focusIn(search: URLSearchParams): FocusWord | null {
  const group = search.get('group')
  if (group) return { kind: 'group', slug: group }
  const dealer = search.get('dealer')
  return dealer ? { kind: 'dealer', slug: dealer } : null
}

/** The branch an address narrows a list to, or null. */
export function branchIn(search: URLSearchParams): string | null {
  return search.get('branch') || null
}

/** An address of a list narrowed to a branch, or to none. */
export function withBranch(href: string, branch: string | null): string {
  const [path = '', query = ''] = href.split('?')
  const search = new URLSearchParams(query)
  search.delete('branch')
  if (branch) search.set('branch', branch)
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** An address of the admin with the focus kept; other applications and one's own pages stay as they are. */
export function withFocus(href: string, focus: FocusWord | null): string {
  if (!focus || !href.startsWith('/admin')) return href
  const [path = '', query = ''] = href.split('?')
  const search = new URLSearchParams(query)
  search.delete('dealer')
  search.delete('group')
  search.set(focus.kind, focus.slug)
  return `${path}?${search.toString()}`
}

/** The same page for another focus: filters stay, the page of the list does not. */
export function pageFor(path: string, search: URLSearchParams, focus: FocusWord | null): string {
  const next = new URLSearchParams(search)
  for (const key of ['dealer', 'group', 'page']) next.delete(key)
  if (focus) next.set(focus.kind, focus.slug)
  const text = next.toString()
  return text === '' ? path : `${path}?${text}`
}
