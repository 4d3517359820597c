'use client'

import Link from 'next/link'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { buttonLook, type ButtonLook } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { placeBeside, type Placement } from '@/components/ui/placement'

export interface MenuAction {
  label: string
  icon?: ReactNode
  href?: string | undefined
  onSelect?: (() => void) | undefined
  tone?: 'danger' | undefined
  disabled?: boolean | undefined
  /** Draws a line above. */
  separated?: boolean | undefined
}

export interface DropdownMenuProps extends ButtonLook, Placement {
  /** Name of the menu and, where the trigger is only an icon, of its button. */
  label: string
  trigger: ReactNode
  items: readonly MenuAction[]
  /** Square button for an icon trigger. */
  square?: boolean | undefined
  className?: string | undefined
}

/** A button with a menu of verbs on the native popover: in the top layer, closed by Escape or a press elsewhere. */
export function DropdownMenu(props: DropdownMenuProps) {
  const { label, trigger, items, square, variant, size, side, align, className } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open || !menu.current || !button.current) return
    placeBeside(button.current, menu.current, { side, align })
    menuItems(menu.current)[0]?.focus()
    const close = (): void => menu.current?.hidePopover()
    window.addEventListener('resize', close)
    return () => window.removeEventListener('resize', close)
  }, [open, side, align])

  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={square ? label : undefined}
        title={square ? label : undefined}
        className={buttonLook({ variant, size }, square ? 'btn-icon' : undefined, className)}
      >
        {trigger}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onMenuKey}
      >
        {items.map((item) => (
          <Item key={item.label} item={item} close={() => menu.current?.hidePopover()} />
        ))}
      </div>
    </>
  )
}

function Item({ item, close }: { item: MenuAction; close: () => void }) {
  const common = { role: 'menuitem', tabIndex: -1, 'data-tone': item.tone, className: cn('menu-item') } as const
  const choose = (): void => {
    close()
    item.onSelect?.()
  }
  return (
    <>
      {item.separated ? <div className="menu-line" role="separator" /> : null}
      {item.href && !item.disabled ? (
        <Link {...common} href={item.href} onClick={choose}>
          {item.icon}
          {item.label}
        </Link>
      ) : (
        <button {...common} type="button" disabled={item.disabled} onClick={choose}>
          {item.icon}
          {item.label}
        </button>
      )}
    </>
  )
}

const menuItems = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)'),
]

function onMenuKey(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key === 'Tab') event.currentTarget.hidePopover()
  const items = menuItems(event.currentTarget)
  const here = items.findIndex((item) => item === document.activeElement)
  const target = nextItem(event.key, items, here)
  if (!target) return
  event.preventDefault()
  target.focus()
}

/** Arrows go round, Home and End jump, a letter goes to the next item that begins with it. */
function nextItem(key: string, items: readonly HTMLElement[], here: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(here + 1) % items.length]
  if (key === 'ArrowUp') return items[(here - 1 + items.length) % items.length]
  if (key === 'Home') return items[0]
  if (key === 'End') return items[items.length - 1]
  if (key.length !== 1 || key === ' ') return undefined
  const later = [...items.slice(here + 1), ...items.slice(0, here + 1)]
  return later.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))
}
