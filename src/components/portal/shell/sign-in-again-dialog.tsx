'use client'

import type { FormEvent } from 'react'
import { useSend } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { notify } from '@/components/ui/toast'

/** The password of the same person once more. Whoever needs more than that goes to the sign-in page, which leads back. */
export function SignInAgainDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const { send, isBusy, problem } = useSend()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = await send('/auth/login', { body: { email, password: new FormData(event.currentTarget).get('password') } })
    if (!answer.ok) return
    notify({ tone: 'success', title: 'You are signed in again', description: 'Your last step was not done; do it once more.' })
    onClose()
  }
  const { pathname, search } = window.location
  return (
    <Dialog open onClose={onClose} title="Your session has ended" description="Sign in to go on where you are. What you typed is still here.">
      <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {problem ? <Alert live tone="danger" title={problem.message} /> : null}
        <TextField label="E-mail" name="email" type="email" autoComplete="username" readOnly value={email} />
        <TextField label="Password" name="password" type="password" autoComplete="current-password" required maxLength={128} data-autofocus="" />
        <Button type="submit" variant="primary" busy={isBusy}>
          Sign in
        </Button>
        <a href={`/sign-in?next=${encodeURIComponent(pathname + search)}`} className="link justify-self-center text-sm">
          Use the sign-in page
        </a>
      </form>
    </Dialog>
  )
}
