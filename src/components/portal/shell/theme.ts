export type Theme = 'system' | 'light' | 'dark'

export const THEME_COOKIE = 'theme'

/** The theme a cookie value stands for; anything unknown is the system's. */
export const themeFrom = (value: string | null | undefined): Theme =>
  value === 'light' || value === 'dark' ? value : 'system'

/** Puts the choice on <html>: the attribute where the person chose, none where the system decides. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
