'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { keyFor, send, type Answer, type Sent } from '@/components/admin/act/send'

/** Where a form goes: path below /api/v1 and the body, or a sentence that says what is missing. */
export interface Submission {
  path: string
  method?: string
  body: unknown
}

export interface SendFormProps {
  submit: string
  look?: 'primary' | 'danger-fill'
  done: string
  /** Builds the request when the form is sent. A text is shown instead of sending. */
  build: (form: FormData) => Submission | string
  /** Where to go afterwards; default: the page is read again. */
  next?: (data: unknown) => string | null
  onClose: () => void
  summary?: ReactNode
  children: (wrong: Readonly<Record<string, string>>) => ReactNode
}

/** The form of a sheet: sends once, shows refusals where they belong, closes when it worked. */
export function SendForm({ submit, look = 'primary', done, build, next, onClose, summary, children }: SendFormProps) {
  const router = useRouter()
  const last = useRef<Sent | null>(null)
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null)

  const submitted = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const request = build(new FormData(event.currentTarget))
    if (typeof request === 'string') return setRefusal({ ok: false, message: request, wrong: {} })
    setSending(true)
    const body = JSON.stringify(request)
    const key = keyFor(last.current, body)
    const answer = await send(request.path, { body: request.body, key, ...(request.method ? { method: request.method } : {}) })
    last.current = { key, body, isAnswered: answer.ok || !answer.isLost }
    setSending(false)
    if (!answer.ok) return setRefusal(answer)
    toast.success(done)
    const target = next?.(answer.data)
    onClose()
    if (target) router.push(target)
    else router.refresh()
  }

  return (
    <form onSubmit={(event) => void submitted(event)} noValidate>
      <div className="tf-dialog-body">
        {children(refusal?.wrong ?? {})}
        {refusal ? (
          <div className="tf-note" data-tone="danger" role="alert">
            {refusal.message}
            {refusal.isSignedOut ? (
              <span>
                Nothing you typed is lost: <a href="/admin/login" target="_blank" rel="noreferrer">sign in in a new tab</a>, then send it again here.
              </span>
            ) : null}
          </div>
        ) : null}
      </div>
      <footer className="tf-dialog-foot">
        {summary ? <div>{summary}</div> : null}
        <button type="button" className="tf-button" data-look="quiet" onClick={onClose}>
          Back
        </button>
        <button type="submit" className="tf-button" data-look={look} disabled={isSending}>
          {isSending ? 'One moment…' : submit}
        </button>
      </footer>
    </form>
  )
}
