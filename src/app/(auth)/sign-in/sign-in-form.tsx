'use client'

import { useState, type FormEvent } from 'react'
import { leaveTo } from '@/components/portal/client/leave'
import type { ApiProblem } from '@/components/portal/client/api'
import { useSend } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

/** Mail and password; a full page load follows, so that every layout sees the new session. */
export function SignInForm({ next, notice }: { next: string | null; notice: string | null }) {
  const { send, isBusy, problem } = useSend()
  const [isLeaving, setLeaving] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const answer = await send('/auth/login', { body: { email: form.get('email'), password: form.get('password') } })
    if (!answer.ok) return answer.problem.code === 'PASSWORD_EXPIRED' ? leaveTo(renewal(answer.problem)) : undefined
    setLeaving(true)
    leaveTo(next ?? '/')
  }
  return (
    <form method="post" className="grid gap-4" onSubmit={(event) => void submit(event)}>
      {notice && !problem ? <Alert tone="success" title={notice} /> : null}
      {problem ? <Alert live tone={problem.code === 'SIGN_IN_CHALLENGED' ? 'warning' : 'danger'} title={problem.message} /> : null}
      <TextField label="E-mail" name="email" type="email" autoComplete="username" required autoFocus maxLength={254} />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required maxLength={128} />
      <Button type="submit" variant="primary" size="lg" busy={isBusy || isLeaving}>
        Sign in
      </Button>
    </form>
  )
}

// Whoever gave the right but too old password sets a new one with the one-time token of the answer.
function renewal({ details }: ApiProblem): string {
  const token = details.find((one) => one.path === 'token')?.message ?? ''
  return `/reset-password?${new URLSearchParams({ token, why: 'expired' }).toString()}`
}
