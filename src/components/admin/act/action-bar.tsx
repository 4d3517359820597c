'use client'

import { useEffect, useRef, useState } from 'react'
import type { Action } from '@/platform/actions'
import { escape, leave, More } from '@/components/admin/act/more'
import { ActionForm } from '@/components/admin/act/action-form'
import { WhySheet } from '@/components/admin/act/explained'
import { SPECIAL, type DocumentFacts } from '@/components/admin/act/special'

/**
 * What can be done with a document, from the same answer the API gives: the way forward is the primary button. What
 * cannot be done now is one click away, each with the reason why not.
 */
export function ActionBar({ document, actions }: { document: DocumentFacts; actions: readonly Action[] }) {
  const [open, setOpen] = useState<Action | null>(null)
  const bar = useKeptFocus(actions)
  const primary = actions.find(({ allowed, verb, tone }) => allowed && tone !== 'danger' && !QUIET.has(verb))?.verb
  const possible = actions.filter(({ allowed }) => allowed).sort((one, other) => Number(other.verb === primary) - Number(one.verb === primary))
  const first = possible[0]?.verb
  const isLong = possible.length > 2
  const Special = open ? SPECIAL[`${document.collection}.${open.verb}`] : undefined
  const close = () => setOpen(null)
  const look = (action: Action) => (action.verb === primary ? 'primary' : isDangerous(action) ? 'danger' : 'plain')
  return (
    <>
      <div className="tf-actions" role="group" aria-label="Actions" {...bar}>
        {possible.map((action) => (
          <button key={action.verb} type="button" className="tf-button" data-look={look(action)} data-wide={isLong && action.verb !== first ? '' : undefined} onClick={() => setOpen(action)}>
            {action.label}
          </button>
        ))}
        {isLong ? <More actions={possible.filter(({ verb }) => verb !== first)} look={look} onChoose={setOpen} /> : null}
        <NotNow actions={actions.filter(({ allowed }) => !allowed)} document={document} />
      </div>
      {open && Special ? <Special action={open} document={document} onClose={close} /> : null}
      {open && !Special ? <ActionForm action={open} document={document} isDangerous={isDangerous(open)} onClose={close} /> : null}
    </>
  )
}

/** What was done is no longer offered: its button goes, and the focus with it. The next way forward takes it then. */
function useKeptFocus(actions: readonly Action[]) {
  const ref = useRef<HTMLDivElement>(null)
  const isHere = useRef(false)
  useEffect(() => {
    if (isHere.current && document.activeElement === document.body) ref.current?.querySelector('button')?.focus()
  }, [actions])
  return { ref, onFocus: () => void (isHere.current = true), onBlur: () => void (isHere.current = false) }
}

// Verbs that nobody comes to the page for; they are never the primary one.
const QUIET: ReadonlySet<string> = new Set(['annotate', 'cancel', 'void', 'reverse', 'suspend', 'terminate', 'delete', 'discard', 'send', 'cancel-line', 'unallocate', 'credit', 'remove'])
const DANGEROUS: ReadonlySet<string> = new Set(['cancel', 'void', 'reverse', 'suspend', 'terminate', 'delete', 'discard', 'remove'])

const isDangerous = ({ verb, tone }: Action) => tone === 'danger' || DANGEROUS.has(verb)

function NotNow({ actions, document }: { actions: readonly Action[]; document: DocumentFacts }) {
  const [asked, setAsked] = useState<Action | null>(null)
  if (actions.length === 0) return null
  return (
    <details className="tf-not-now" onBlur={leave} onKeyDown={escape}>
      <summary className="tf-button">Not now</summary>
      <dl aria-label="What cannot be done now" tabIndex={-1}>
        {actions.map((action) => (
          <div key={action.verb}>
            <dt>{action.label}</dt>
            <dd>
              {action.reason ?? 'Not possible now.'}{' '}
              {EXPLAINED.has(document.collection) ? (
                <button type="button" className="tf-link" onClick={() => setAsked(action)}>
                  Who can change that?
                </button>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {asked ? (
        <WhySheet ask={`?collection=${document.collection}&id=${document.id}&verb=${asked.verb}`} what={`Why “${asked.label}” is not possible`} onClose={() => setAsked(null)} />
      ) : null}
    </details>
  )
}

// Documents whose actions can be explained.
const EXPLAINED: ReadonlySet<string> = new Set(['orders', 'shipments', 'invoices', 'payments', 'dealers'])
