'use client'

import type { FormEvent } from 'react'
import { leaveTo } from '@/components/portal/client/leave'
import { useSend } from '@/components/portal/client/use-send'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

/** Makes this browser known for the owner of the account that is under attack. */
export function ConfirmForm({ token }: { token: string }) {
  const { send, isBusy, problem } = useSend()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const answer = await send('/auth/confirm-device', { body: { token } })
    if (answer.ok) leaveTo('/sign-in?confirmed=1')
  }
  return (
    <form method="post" className="grid gap-4" onSubmit={(event) => void submit(event)}>
      {problem ? <Alert live tone="danger" title={problem.code === 'INPUT_INVALID' ? 'This link is not complete; open it as a whole.' : problem.message} /> : null}
      <Button type="submit" variant="primary" size="lg" busy={isBusy}>
        Yes, it is me
      </Button>
    </form>
  )
}
