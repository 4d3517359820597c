'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useEffect, useState } from 'react'
import { applyTheme, THEME_COOKIE, themeFrom, type Theme } from '@/components/portal/shell/theme'

const CHOICES = [
  { theme: 'system', label: 'As the system', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
] as const

const YEAR_SECONDS = 31_536_000

/** Three-way choice of the theme, kept in a cookie so that the server knows it too. */
export function ThemePicker() {
  const [theme, setTheme] = useState<Theme>('system')
  useEffect(() => setTheme(themeFrom(document.documentElement.dataset.theme)), [])
  const choose = (next: Theme): void => {
    setTheme(next)
    applyTheme(next)
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  }
  return (
    <fieldset className="theme-pick">
      <legend className="sr-only">Theme</legend>
      {CHOICES.map(({ theme: value, label, icon: Icon }) => (
        <label key={value} title={label}>
          <input
            type="radio"
            name="theme"
            className="sr-only"
            checked={theme === value}
            onChange={() => choose(value)}
          />
          <Icon aria-hidden />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
