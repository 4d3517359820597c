'use client'

import { Button } from '@/components/ui/button'
import { leaveTo } from '@/components/portal/client/leave'
import { api } from '@/components/portal/client/api'

/** Signs out and goes back to the sign-in page. */
export function SignOutLink() {
  const leave = async () => {
    await api('/auth/logout', { method: 'POST', body: {} })
    leaveTo('/sign-in')
  }
  return <Button onClick={() => void leave()}>Sign out</Button>
}
