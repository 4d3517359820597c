'use client'

import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { notify } from '@/components/ui/toast'

/** Ends the session at `endpoint` (POST) and loads `next` afresh, so that nothing of the person stays in memory. */
export function SignOutButton({ endpoint, next }: { endpoint: string; next: string }) {
  const [busy, setBusy] = useState(false)
  const leave = async (): Promise<void> => {
    setBusy(true)
    const answer = await fetch(endpoint, { method: 'POST', credentials: 'same-origin' }).catch(() => null)
    // 401 means there is no session left to end.
    if (answer && (answer.ok || answer.status === 401)) return window.location.assign(next)
    setBusy(false)
    notify({
      tone: 'danger',
      title: 'You are still signed in',
      description: 'The server did not answer. Try again in a moment.',
    })
  }
  return (
    <button type="button" className="menu-item" disabled={busy} onClick={() => void leave()}>
      <LogOut aria-hidden />
      Sign out
    </button>
  )
}
