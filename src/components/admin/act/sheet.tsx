'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { giveBack } from '@/components/ui/give-back'

interface SheetProps {
  title: string
  intro?: ReactNode
  /** A drawer at the right instead of a small box in the middle. */
  wide?: boolean
  onClose: () => void
  children: ReactNode
}

/** A dialog of the browser's own: it keeps the focus, closes with Escape and gives the focus back. */
export function Sheet({ title, intro, wide = false, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const opener = useRef<Element>(null)
  const name = useId()
  useEffect(() => {
    const shown = dialog.current
    opener.current ??= document.activeElement
    // Leaving the page takes it along; closing it here would tell the owner that the person closed it.
    if (shown && !shown.open) shown.showModal()
    return () => giveBack(opener.current)
  }, [])
  return (
    <dialog ref={dialog} className="tf-dialog" data-wide={wide} aria-labelledby={name} onClose={onClose}>
      <div className="tf-dialog-inner">
        <header className="tf-dialog-head">
          <div>
            <h2 id={name}>{title}</h2>
            {intro ? <p>{intro}</p> : null}
          </div>
          <button type="button" className="tf-close" aria-label="Close" onClick={() => dialog.current?.close()}>
            <svg className="tf-icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
              <path d="m4 4 8 8m0-8-8 8" />
            </svg>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
