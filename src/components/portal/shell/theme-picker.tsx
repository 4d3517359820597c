'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { chooseTheme, currentTheme, subscribeToTheme } from '@/components/portal/shell/theme'

const CHOICES = [
  { theme: 'system', label: 'As the system', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
] as const

/** Three-way choice of the theme. */
export function ThemePicker() {
  const current = useSyncExternalStore(subscribeToTheme, currentTheme, () => 'system' as const)
  return (
    <fieldset className="theme-pick">
      <legend className="sr-only">Theme</legend>
      {CHOICES.map(({ theme, label, icon: Icon }) => (
        <label key={theme} title={label}>
          <input
            type="radio"
            name="theme"
            className="sr-only"
            checked={current === theme}
            onChange={() => chooseTheme(theme)}
          />
          <Icon aria-hidden />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
