'use client'

import type { FormEvent } from 'react'
import { leaveTo } from '@/components/portal/client/leave'
import { fieldError, useSend } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

/** Sets the password that the link of the mail allows to set. */
export function NewPasswordForm({ token, rules }: { token: string; rules: string }) {
  const { send, isBusy, problem } = useSend()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = new FormData(event.currentTarget).get('password')
    const answer = await send('/auth/reset-password', { body: { token, password } })
    if (answer.ok) leaveTo('/sign-in?reset=1')
  }
  const error = fieldError(problem, 'password')
  return (
    <form method="post" className="grid gap-4" onSubmit={(event) => void submit(event)}>
      {problem && !error ? <Alert live tone="danger" title={problem.message} /> : null}
      <TextField label="New password" name="password" type="password" autoComplete="new-password" required autoFocus maxLength={128} error={error ? (problem?.message ?? error) : null} hint={rules} />
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        Set the password
      </Button>
    </form>
  )
}
