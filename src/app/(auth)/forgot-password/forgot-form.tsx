'use client'

import { useState, type FormEvent } from 'react'
import { fieldError, useSend } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

/** Asks for the link; the answer is the same whether the address is known or not. */
export function ForgotForm() {
  const { send, isBusy, problem } = useSend()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email'))
    const answer = await send('/auth/forgot-password', { body: { email } })
    if (answer.ok) setSentTo(email)
  }
  if (sentTo) {
    return (
      <Alert live tone="success" title="Look into your mailbox">
        If {sentTo} belongs to an account, a link is on its way. It works for one hour and once.
      </Alert>
    )
  }
  const error = fieldError(problem, 'email')
  return (
    <form method="post" className="grid gap-4" onSubmit={(event) => void submit(event)}>
      {problem && !error ? <Alert live tone="danger" title={problem.message} /> : null}
      <TextField label="E-mail" name="email" type="email" autoComplete="username" required autoFocus maxLength={254} error={error} />
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        Send the link
      </Button>
    </form>
  )
}
