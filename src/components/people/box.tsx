'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { giveBack } from '@/components/ui/give-back'

interface BoxProps {
  title: string
  intro?: ReactNode
  onClose: () => void
  /** A drawer at the right, for forms. */
  wide?: boolean
  children: ReactNode
}

/** A dialog of the browser's own, for the admin and the portals alike. */
export function Box({ title, intro, onClose, wide = false, children }: BoxProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const opener = useRef<Element>(null)
  const id = useId()
  useEffect(() => {
    const box = ref.current
    opener.current ??= document.activeElement
    if (box && !box.open) box.showModal()
    return () => giveBack(opener.current)
  }, [])
  return (
    <dialog ref={ref} className="pp pp-box" data-wide={wide} aria-labelledby={id} onClose={onClose}>
      <header className="pp-box-head">
        <div>
          <h2 id={id}>{title}</h2>
          {intro ? <p className="pp-muted">{intro}</p> : null}
        </div>
        <button type="button" className="pp-icon" aria-label="Close" onClick={() => ref.current?.close()}>
          <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" />
          </svg>
        </button>
      </header>
      {children}
    </dialog>
  )
}
