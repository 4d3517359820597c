'use client'

import { useRef, type FormEvent } from 'react'
import { useDeed } from '@/components/portal/client/use-deed'
import { fieldError } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

/** Changes the own password; this browser stays signed in with a new session, all others are signed out. */
export function PasswordForm({ organization, email, rules }: { organization: string; email: string; rules: string }) {
  const form = useRef<HTMLFormElement>(null)
  const { act, isBusy, problem } = useDeed(organization)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const body = { currentPassword: data.get('currentPassword'), password: data.get('password') }
    const changed = await act('/users/me/password', { body }, { say: () => ({ title: 'Your password was changed; other sessions were ended' }) })
    if (changed) form.current?.reset()
  }
  const present = fieldError(problem, 'currentPassword')
  const wanted = fieldError(problem, 'password')
  return (
    <form ref={form} method="post" className="grid max-w-md gap-4" onSubmit={(event) => void submit(event)}>
      {problem && !present && !wanted ? <Alert live tone="danger" title={problem.message} /> : null}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <TextField label="Present password" name="currentPassword" type="password" autoComplete="current-password" required maxLength={128} error={present} />
      <TextField label="New password" name="password" type="password" autoComplete="new-password" required maxLength={128} error={wanted ? (problem?.message ?? wanted) : null} hint={rules} />
      <div>
        <Button type="submit" variant="primary" busy={isBusy}>
          Change the password
        </Button>
      </div>
    </form>
  )
}
