'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { CommandPaletteProps, PaletteCommand } from '@/components/portal/shell/command-palette'

export interface PaletteDialogProps extends CommandPaletteProps {
  open: boolean
  onClose: () => void
}

/** The palette: where one can go, and a search for the words typed. */
export function PaletteDialog({ commands, search, open, onClose }: PaletteDialogProps) {
  const router = useRouter()
  const ref = useRef<HTMLDialogElement>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (open && !ref.current?.open) ref.current?.showModal()
    if (!open) ref.current?.close()
  }, [open])

  const choose = (command: PaletteCommand): void => {
    onClose()
    setWords('')
    router.push(command.href)
  }
  return (
    <dialog
      ref={ref}
      className="dialog palette"
      aria-label="Search or go to"
      onClose={onClose}
      onMouseDown={(event) => event.target === ref.current && onClose()}
    >
      <Command label="Search or go to" loop>
        <Command.Input autoFocus value={words} onValueChange={setWords} placeholder="Search or go to…" />
        <Command.List label="Results">
          <Command.Empty>Nothing is called that.</Command.Empty>
          {grouped(commands).map(([group, items]) => (
            <Command.Group key={group} heading={group}>
              {items.map((item) => (
                <Command.Item
                  key={item.id}
                  value={`${item.label} ${item.id}`}
                  keywords={[...(item.keywords ?? [])]}
                  className="menu-item"
                  onSelect={() => choose(item)}
                >
                  {item.icon}
                  {item.label}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
          {search && words.trim() ? (
            <Command.Group forceMount heading="Search">
              <Command.Item
                forceMount
                value={`search ${words}`}
                className="menu-item"
                onSelect={() =>
                  choose({
                    id: 'search',
                    label: '',
                    group: '',
                    href: `${search.href}?q=${encodeURIComponent(words.trim())}`,
                  })
                }
              >
                <Search aria-hidden />
                {search.label} “{words.trim()}”
              </Command.Item>
            </Command.Group>
          ) : null}
        </Command.List>
      </Command>
    </dialog>
  )
}

function grouped(commands: readonly PaletteCommand[]): [string, PaletteCommand[]][] {
  const groups = new Map<string, PaletteCommand[]>()
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  return [...groups]
}
