'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent, type ReactNode } from 'react'
import { newKey, send, type Answer } from '@/components/admin/act/send'

interface OwnFormProps {
  path: string
  method: 'POST' | 'PATCH'
  submit: string
  done: string
  body: (form: FormData) => unknown
  children: (wrong: Readonly<Record<string, string>>) => ReactNode
}

/** A form that stands on a page: sends, says what is wrong where it is, and reads the page again. */
export function OwnForm({ path, method, submit, done, body, children }: OwnFormProps) {
  const router = useRouter()
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Extract<Answer, { ok: false }> | null>(null)
  const submitted = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setSending(true)
    const answer = await send(path, { method, body: body(new FormData(form)), key: newKey() })
    setSending(false)
    if (!answer.ok) return setRefusal(answer)
    setRefusal(null)
    toast.success(done)
    if (method === 'POST') form.reset()
    router.refresh()
  }
  return (
    <form method="post" className="tf-stack" onSubmit={(event) => void submitted(event)}>
      <div className="tf-fields">{children(refusal?.wrong ?? {})}</div>
      {refusal ? (
        <div className="tf-note" data-tone="danger" role="alert">
          {refusal.message}
        </div>
      ) : null}
      <div className="tf-actions">
        <button type="submit" className="tf-button" data-look="primary" disabled={isSending}>
          {isSending ? 'One moment…' : submit}
        </button>
      </div>
    </form>
  )
}
