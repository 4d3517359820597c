'use client'

import { useEffect, useState } from 'react'
import { stepsOf, type Explained } from '@/components/portal/access/explanation'
import { api } from '@/components/portal/client/api'
import { Alert } from '@/components/ui/alert'
import { DialogButton } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'

export interface WhyNotProps {
  organization: string
  /** What is asked of `/explain`: `?collection=…` or `/permission?permission=…`. */
  ask: string
  /** What cannot be done, in words: "Post invoices". */
  what: string
  trigger?: string
}

/** Asks why something is not possible: what is missing, and who can change it. */
export function WhyNot({ organization, ask, what, trigger = 'Why not?' }: WhyNotProps) {
  return (
    <DialogButton trigger={trigger} title={what} button={{ variant: 'ghost', size: 'sm' }}>
      <Answer organization={organization} ask={ask} />
    </DialogButton>
  )
}

function Answer({ organization, ask }: Pick<WhyNotProps, 'organization' | 'ask'>) {
  const [state, setState] = useState<{ explained?: Explained; problem?: string }>({})
  useEffect(() => {
    let isShown = true
    void api<Explained>(`/explain${ask}`, { organization }).then((answer) => {
      if (isShown) setState(answer.ok ? { explained: answer.data } : { problem: answer.problem.message })
    })
    return () => {
      isShown = false
    }
  }, [organization, ask])
  const { explained, problem } = state
  if (problem) return <Alert tone="danger" title={problem} />
  if (!explained) return <Skeleton className="h-16" />
  if (explained.allowed) return <Alert live tone="success" title={explained.sentence} />
  return (
    <ol className="grid gap-4" aria-live="polite">
      {stepsOf(explained).map(({ says, help }) => (
        <li key={says} className="grid gap-1">
          <span className="font-medium">{says}</span>
          {help ? <span className="text-sm text-muted">{help}</span> : null}
        </li>
      ))}
    </ol>
  )
}
