'use client'

import { Command } from 'cmdk'
import { Package, Search, Store } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { CommandPaletteProps, PaletteCommand } from '@/components/portal/shell/command-palette'
import { useHits, type PaletteHit } from '@/components/portal/shell/palette-hits'

export interface PaletteDialogProps extends CommandPaletteProps {
  open: boolean
  onClose: () => void
}

/** The palette: where one can go, what the words find, and a search for them. */
export function PaletteDialog({ commands, search, finds, open, onClose }: PaletteDialogProps) {
  const router = useRouter()
  const ref = useRef<HTMLDialogElement>(null)
  const [words, setWords] = useState('')
  const hits = useHits(finds, words)
  useEffect(() => {
    const dialog = ref.current
    if (!open) dialog?.close()
    if (!open || !dialog || dialog.open) return
    dialog.showModal()
    // The browser would choose the list around it.
    dialog.querySelector('input')?.focus()
  }, [open])

  const goTo = (href: string): void => {
    onClose()
    setWords('')
    router.push(href)
  }
  const typed = words.trim()
  return (
    <dialog
      ref={ref}
      className="dialog palette"
      aria-label="Search or go to"
      onClose={onClose}
      onMouseDown={(event) => event.target === ref.current && onClose()}
    >
      <Command label="Search or go to" loop shouldFilter={false}>
        <Command.Input value={words} onValueChange={setWords} placeholder="Search or go to…" />
        <Command.List label="Results">
          <Command.Empty>Nothing is called that.</Command.Empty>
          <Places commands={commands.filter((command) => isMeant(command, typed))} onChoose={goTo} />
          {search && typed ? (
            <Command.Group heading="Search">
              <Command.Item value="search" className="menu-item" onSelect={() => goTo(`${search.href}?q=${encodeURIComponent(typed)}`)}>
                <Search aria-hidden />
                {search.label} “{typed}”
              </Command.Item>
            </Command.Group>
          ) : null}
          <Hits group="Products" hits={hits} onChoose={goTo} />
          <Hits group="Orders" hits={hits} onChoose={goTo} />
        </Command.List>
      </Command>
    </dialog>
  )
}

function Places({ commands, onChoose }: { commands: readonly PaletteCommand[]; onChoose: (href: string) => void }) {
  if (commands.length === 0) return null
  return (
    <Command.Group heading="Go to">
      {commands.map(({ id, label, href, icon }) => (
        <Command.Item key={id} value={id} className="menu-item" onSelect={() => onChoose(href)}>
          {icon}
          {label}
        </Command.Item>
      ))}
    </Command.Group>
  )
}

// Answers come below what is there already: nothing moves under the finger, and Enter means what it meant.
function Hits({ group, hits, onChoose }: { group: PaletteHit['group']; hits: readonly PaletteHit[]; onChoose: (href: string) => void }) {
  const own = hits.filter((hit) => hit.group === group)
  if (own.length === 0) return null
  const Icon = group === 'Products' ? Store : Package
  return (
    <Command.Group heading={group}>
      {own.map(({ id, label, about, note, href }) => (
        <Command.Item key={id} value={id} className="menu-item" onSelect={() => onChoose(href)}>
          <Icon aria-hidden />
          <span className="min-w-0 truncate">{label}</span>
          <span className="flex-none text-xs text-muted">{about}</span>
          <span className="ml-auto flex-none text-sm tabular-nums">{note}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}

/** Whether a place is meant by the words: each of them begins one of its own. */
function isMeant({ label }: PaletteCommand, typed: string): boolean {
  const names = label.toLowerCase().split(' ')
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.some((name) => name.startsWith(word)))
}
