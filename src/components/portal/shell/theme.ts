export type Theme = 'system' | 'light' | 'dark'

export const THEME_COOKIE = 'theme'

const YEAR_SECONDS = 31_536_000
const listeners = new Set<() => void>()

/** The theme a cookie value stands for; anything unknown is the system's. */
export const themeFrom = (value: string | null | undefined): Theme =>
  value === 'light' || value === 'dark' ? value : 'system'

/** What <html> says now. Browser only. */
export const currentTheme = (): Theme => themeFrom(document.documentElement.dataset.theme)

/** Tells when `chooseTheme` was called; the answer ends it. */
export const subscribeToTheme = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Puts the choice on <html> (no attribute where the system decides) and into the cookie, so that the server knows it too. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  for (const listener of listeners) listener()
}
