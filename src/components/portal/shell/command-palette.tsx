'use client'

import { Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { Kbd } from '@/components/ui/bits'
import { cn } from '@/components/ui/cn'
import type { PaletteFinds } from '@/components/portal/shell/palette-hits'

export interface PaletteCommand {
  id: string
  label: string
  icon?: ReactNode
  href: string
}

export interface CommandPaletteProps {
  commands: readonly PaletteCommand[]
  /** Where "Search for …" leads: the words are added as `?q=`. */
  search?: { href: string; label: string } | undefined
  /** What is looked for while one types. */
  finds?: PaletteFinds | undefined
}

const PaletteDialog = lazy(() =>
  import('@/components/portal/shell/palette-dialog').then((m) => ({ default: m.PaletteDialog })),
)

/** The search box that opens the palette, and its key (Ctrl or ⌘ with K, or /). The palette itself loads when first opened. */
export function CommandPalette({ commands, search, finds }: CommandPaletteProps) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const show = (): void => {
    setWanted(true)
    setOpen(true)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!opensPalette(event)) return
      event.preventDefault()
      setWanted(true)
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className={cn('palette-trigger max-sm:hidden')}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={show}
      >
        <Search aria-hidden />
        Search or go to…
        <Kbd>Ctrl K</Kbd>
      </button>
      <button
        type="button"
        className="btn btn-ghost btn-icon sm:hidden"
        aria-label="Search or go to"
        aria-haspopup="dialog"
        onClick={show}
      >
        <Search aria-hidden />
      </button>
      {wanted ? (
        <Suspense>
          <PaletteDialog commands={commands} search={search} finds={finds} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

function opensPalette(event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return true
  const inField =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
  return event.key === '/' && !inField
}
