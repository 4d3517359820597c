'use client'

import type { FormEvent } from 'react'
import { leaveTo } from '@/components/portal/client/leave'
import { fieldError, useSend } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

interface Props {
  token: string
  name: string
  email: string
  needsPassword: boolean
  /** what a password must look like */
  rules: string
}

/** A new person chooses name and password and is signed in; somebody who has an account only agrees. */
export function AcceptForm({ token, name, email, needsPassword, rules }: Props) {
  const { send, isBusy, problem } = useSend()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const chosen = needsPassword ? { name: form.get('name'), password: form.get('password') } : {}
    const answer = await send<{ signedIn?: boolean }>('/auth/accept-invitation', { body: { token, ...chosen } })
    if (answer.ok) leaveTo(needsPassword ? '/' : '/sign-in')
  }
  const error = fieldError(problem, 'password')
  return (
    <form method="post" className="grid gap-4" onSubmit={(event) => void submit(event)}>
      {problem && !error ? <Alert live tone="danger" title={problem.message} /> : null}
      {needsPassword ? (
        <>
          <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
          <TextField label="Your name" name="name" defaultValue={name} autoComplete="name" required maxLength={120} />
          <TextField label="Choose a password" name="password" type="password" autoComplete="new-password" required maxLength={128} error={error ? (problem?.message ?? error) : null} hint={rules} />
        </>
      ) : null}
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        {needsPassword ? 'Accept and sign in' : 'Accept the invitation'}
      </Button>
    </form>
  )
}
