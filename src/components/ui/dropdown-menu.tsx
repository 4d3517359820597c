'use client'

import Link from 'next/link'
import { useId, useRef, useState, type ReactNode } from 'react'
import { buttonLook, type ButtonLook } from '@/components/ui/button'
import { menuItems, onMenuKey } from '@/components/ui/menu-keys'
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
  // In the event itself, not in an effect: two quick toggles arrive as one and would leave the state unchanged.
  const onToggle = (nowOpen: boolean): void => {
    setOpen(nowOpen)
    if (!nowOpen || !menu.current || !button.current) return
    placeBeside(button.current, menu.current, { side, align })
    menuItems(menu.current)[0]?.focus()
    window.addEventListener('resize', () => menu.current?.hidePopover(), { once: true })
  }

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
        onToggle={(event) => onToggle(event.newState === 'open')}
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
  const common = { role: 'menuitem', tabIndex: -1, 'data-tone': item.tone, className: 'menu-item' } as const
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
