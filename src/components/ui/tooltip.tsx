'use client'

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { placeBeside, type Placement } from '@/components/ui/placement'

export interface TooltipProps extends Placement {
  text: ReactNode
  /** What it explains: a control, or text (then pass `focusable`). */
  children: ReactNode
  /** Puts plain text into the tab order, so that keyboards reach the tip. */
  focusable?: boolean | undefined
}

const DELAY_MS = 250

/** A sentence beside what is hovered or focused; stays while the pointer is on it, Escape hides it (WCAG 1.4.13). */
export function Tooltip({ text, children, focusable, side = 'top', align = 'center' }: TooltipProps) {
  const id = useId()
  const anchor = useRef<HTMLSpanElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const timer = useRef<number>(undefined)

  const later = (next: boolean, wait: number): void => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setOpen(next), wait)
  }
  useEffect(() => {
    // The description belongs to what has the focus, and that is the child, which this component does not make.
    ;(focusable ? anchor.current : anchor.current?.firstElementChild)?.setAttribute('aria-describedby', id)
    return () => window.clearTimeout(timer.current)
  }, [id, focusable])
  useEffect(() => {
    const [box, at] = [tip.current, anchor.current]
    if (!box || !at || !open) return
    box.showPopover()
    placeBeside(at.firstElementChild ?? at, box, { side, align })
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setOpen(false)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (box.isConnected) box.hidePopover()
    }
  }, [open, side, align])

  return (
    <span
      ref={anchor}
      className="inline-flex"
      tabIndex={focusable ? 0 : undefined}
      onMouseEnter={() => later(true, DELAY_MS)}
      onMouseLeave={() => later(false, 120)}
      onFocus={() => later(true, 0)}
      onBlur={() => later(false, 0)}
    >
      {children}
      <span ref={tip} id={id} role="tooltip" popover="manual" className="tip">
        {text}
      </span>
    </span>
  )
}
