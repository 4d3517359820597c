'use client'

import { useState } from 'react'
import type { Action } from '@/platform/actions'
import { ActionForm } from '@/components/admin/act/action-form'
import { SPECIAL, type DocumentFacts } from '@/components/admin/act/special'

/**
 * What can be done with a document, from the same answer the API gives. What cannot be done now stays visible and says
 * why; the first thing that can be done forward is the primary button.
 */
export function ActionBar({ document, actions }: { document: DocumentFacts; actions: readonly Action[] }) {
  const [open, setOpen] = useState<Action | null>(null)
  const primary = actions.find(({ allowed, verb, tone }) => allowed && tone !== 'danger' && !QUIET.has(verb))?.verb
  const Special = open ? SPECIAL[`${document.collection}.${open.verb}`] : undefined
  const close = () => setOpen(null)
  return (
    <>
      <div className="tf-actions" role="group" aria-label="Actions">
        {[...actions].filter(isWorthShowing).sort((one, other) => rankOf(one, primary) - rankOf(other, primary)).map((action) => (
          <ActionButton key={action.verb} action={action} look={action.verb === primary ? 'primary' : isDangerous(action) ? 'danger' : 'plain'} onClick={() => setOpen(action)} />
        ))}
      </div>
      {open && Special ? <Special action={open} document={document} onClose={close} /> : null}
      {open && !Special ? <ActionForm action={open} document={document} isDangerous={isDangerous(open)} onClose={close} /> : null}
    </>
  )
}

// Verbs that nobody comes to the page for; they are never the primary one.
const QUIET: ReadonlySet<string> = new Set(['annotate', 'cancel', 'void', 'reverse', 'suspend', 'terminate', 'delete', 'discard', 'send', 'cancel-line', 'unallocate', 'credit'])
const DANGEROUS: ReadonlySet<string> = new Set(['cancel', 'void', 'reverse', 'suspend', 'terminate', 'delete', 'discard'])

// A right one does not have is no news on every page; a state or a fact in the way is.
const isWorthShowing = ({ allowed, reason }: Action) => allowed || !reason?.startsWith('You need the permission')
const isDangerous = ({ verb, tone }: Action) => tone === 'danger' || DANGEROUS.has(verb)

// What can be done stands first, the way forward before everything else.
function rankOf({ verb, allowed }: Action, primary: string | undefined): number {
  if (verb === primary) return 0
  return allowed ? 1 : 2
}

function ActionButton({ action: { label, allowed, reason }, look, onClick }: { action: Action; look: string; onClick: () => void }) {
  if (allowed) {
    return (
      <button type="button" className="tf-button" data-look={look} onClick={onClick}>
        {label}
      </button>
    )
  }
  return (
    <span className="tf-tip">
      <button type="button" className="tf-button" aria-disabled="true" aria-label={`${label}. ${reason ?? 'Not possible now.'}`}>
        {label}
      </button>
      <span className="tf-tip-text" aria-hidden="true">
        {reason}
      </span>
    </span>
  )
}
