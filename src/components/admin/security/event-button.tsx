'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'
import { Sheet } from '@/components/admin/act/sheet'
import { Facts } from '@/components/admin/frame/card'
import { whoOf } from '@/components/admin/security/words'
import { formatDate } from '@/components/ui/format'
import type { SecurityEventView } from '@/domain/core/security/queries'

interface EventProps {
  event: SecurityEventView
  mayTriage: boolean
  reads: { locale: string; zone: string }
  /** It stands open at once, and its name is not shown: a notification led here. */
  isOpen?: boolean
}

/** The name of an event; it opens what is known of it, and what HQ says about it. */
export function EventButton({ event, mayTriage, reads, isOpen: isNamed = false }: EventProps) {
  const [isOpen, setOpen] = useState(isNamed)
  return (
    <>
      {isNamed ? null : (
        <button type="button" className="tf-record-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {event.summary}
        </button>
      )}
      {isOpen ? (
        <Sheet wide title={event.summary} intro={`${whoOf(event)}, ${formatDate(event.lastAt, 'datetime', reads)}`} onClose={() => setOpen(false)}>
          <div className="tf-dialog-body">
            {event.response ? (
              <p className="tf-note" data-tone="warning">
                The product acted by itself: {event.response}.
              </p>
            ) : null}
            {event.resolution ? (
              <p className="tf-note" data-tone="success">
                {event.handledByName ?? 'Somebody'}: {event.resolution}
              </p>
            ) : null}
            <Known event={event} reads={reads} />
          </div>
          {mayTriage && event.status !== 'resolved' ? <Triage event={event} onDone={() => setOpen(false)} /> : null}
        </Sheet>
      ) : null}
    </>
  )
}

function Known({ event, reads }: Pick<EventProps, 'event' | 'reads'>) {
  const facts = Object.entries(event.facts ?? {}).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), String(value as string | number)] as const)
  return (
    <Facts
      rows={[
        ['Severity', event.severity.charAt(0).toUpperCase() + event.severity.slice(1)],
        ['Organization', event.organizationName],
        ['Address', event.address],
        ['Program', event.agent],
        ['Times', String(event.count)],
        ['First', formatDate(event.firstAt, 'datetime', reads)],
        ['Last', formatDate(event.lastAt, 'datetime', reads)],
        ...facts,
        ['Handled by', event.handledByName],
      ]}
    />
  )
}

function Triage({ event, onDone }: { event: SecurityEventView; onDone: () => void }) {
  const { problem, isBusy, say } = useTriage(event.id, onDone)
  const [note, setNote] = useState('')
  return (
    <form
      action={() => say('resolve', { note })}
      className="tf-triage"
    >
      <label className="tf-field">
        <span className="tf-label">What it was, and what you did</span>
        <textarea className="tf-input" rows={3} maxLength={2_000} required minLength={3} value={note} onChange={(change) => setNote(change.target.value)} />
      </label>
      {problem ? (
        <p className="tf-wrong" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="tf-dialog-foot">
        {event.status === 'open' ? (
          <button type="button" className="tf-button" disabled={isBusy} onClick={() => void say('acknowledge', {})}>
            Acknowledge
          </button>
        ) : null}
        <button type="submit" className="tf-button" data-look="primary" disabled={isBusy}>
          Resolve
        </button>
      </div>
    </form>
  )
}

function useTriage(id: string, onDone: () => void) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const say = async (verb: 'acknowledge' | 'resolve', body: object) => {
    setBusy(true)
    const answer = await send(`/admin/security/events/${id}/${verb}`, { body, key: newKey() })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.message)
    toast.success(verb === 'resolve' ? 'It is resolved' : 'It is acknowledged')
    onDone()
    router.refresh()
  }
  return { problem, isBusy, say }
}
