'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api } from '@/components/portal/client/api'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { notify } from '@/components/ui/toast'

/** Takes a host away, after asking. */
export function RemoveDomain({ organization, id, host }: { organization: string; id: string; host: string }) {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const remove = async () => {
    const answer = await api(`/domains/${id}`, { method: 'DELETE', organization })
    if (!answer.ok) throw new Error(answer.problem.message)
    notify({ tone: 'success', title: `${host} was removed` })
    router.refresh()
  }
  return (
    <>
      <Button size="sm" variant="danger-quiet" onClick={() => setOpen(true)} aria-haspopup="dialog">
        Remove
      </Button>
      <ConfirmDialog open={isOpen} onClose={() => setOpen(false)} title={`Remove ${host}?`} confirmLabel="Remove" danger onConfirm={remove}>
        Within seconds it stops to show your look. Your people sign in at the usual address as before.
      </ConfirmDialog>
    </>
  )
}
