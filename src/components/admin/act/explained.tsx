'use client'

import { useEffect, useState } from 'react'
import { stepsOf, type Explained } from '@/components/portal/access/explanation'
import { send } from '@/components/admin/act/send'
import { Sheet } from '@/components/admin/act/sheet'

/** Why something is not possible: what is missing, and who can change it. `ask` is the query of `/explain`. */
export function WhySheet({ ask, what, onClose }: { ask: string; what: string; onClose: () => void }) {
  return (
    <Sheet title={what} onClose={onClose}>
      <ExplainedAnswer ask={ask} />
    </Sheet>
  )
}

/** The answer of `/explain` to one question, asked when it is drawn. */
export function ExplainedAnswer({ ask }: { ask: string }) {
  const [state, setState] = useState<{ explained?: Explained; problem?: string }>({})
  useEffect(() => {
    let isShown = true
    void send<Explained>(`/explain${ask}`, { method: 'GET' }).then((answer) => {
      if (isShown) setState(answer.ok ? { explained: answer.data } : { problem: answer.message })
    })
    return () => {
      isShown = false
    }
  }, [ask])
  const { explained, problem } = state
  if (problem) return <p className="tf-note" data-tone="danger">{problem}</p>
  if (!explained) return <p className="tf-muted">Looking it up…</p>
  if (explained.allowed) return <p className="tf-note" data-tone="success">{explained.sentence}</p>
  return (
    <ol className="tf-rows" aria-live="polite">
      {stepsOf(explained).map(({ says, help }) => (
        <li key={says}>
          <span>
            {says}
            {help ? <span className="tf-muted"> {help}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
