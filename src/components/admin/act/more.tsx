'use client'

import type { KeyboardEvent, FocusEvent } from 'react'
import type { Action } from '@/platform/actions'

interface MoreProps {
  actions: readonly Action[]
  look: (action: Action) => string
  onChoose: (action: Action) => void
}

/** On a narrow window: the actions beside the way forward, behind one button. A wide window shows them as they are. */
export function More({ actions, look, onChoose }: MoreProps) {
  return (
    <details className="tf-more" onBlur={leave} onKeyDown={escape}>
      <summary className="tf-button">More</summary>
      <div role="group" aria-label="More actions">
        {actions.map((action) => (
          <button
            key={action.verb}
            type="button"
            className="tf-button"
            data-look={look(action)}
            onClick={(event) => {
              event.currentTarget.closest('details')?.removeAttribute('open')
              onChoose(action)
            }}
          >
            {action.label}
          </button>
        ))}
      </div>
    </details>
  )
}

/** Closes an opened `details` when the focus leaves it. */
export function leave(event: FocusEvent<HTMLDetailsElement>): void {
  if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
}

/** Closes an opened `details` with Escape, which belongs to a dialog first where one stands open in it. */
export function escape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape' || !event.currentTarget.open || (event.target as Element).closest('dialog')) return
  event.stopPropagation()
  event.currentTarget.open = false
  event.currentTarget.querySelector('summary')?.focus()
}
