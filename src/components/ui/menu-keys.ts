import type { KeyboardEvent } from 'react'

/** The items of a menu that can be chosen, in order. */
export const menuItems = (menu: HTMLElement): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)'),
]

/** Moves the focus in a menu as its pattern asks; Tab leaves and closes it. */
export function onMenuKey(event: KeyboardEvent<HTMLDivElement>): void {
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
