'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'

/** Sends an open invitation again, or takes it back. */
export function InvitationButtons({ id }: { id: string }) {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const act = async (verb: 'resend' | 'revoke', done: string) => {
    setBusy(true)
    const answer = await send(`/invitations/${id}/${verb}`, { body: {}, key: newKey() })
    setBusy(false)
    if (!answer.ok) return void toast.error(answer.message)
    toast.success(done)
    router.refresh()
  }
  return (
    <>
      <button type="button" className="tf-button" data-look="primary" disabled={isBusy} onClick={() => void act('resend', 'Invitation sent again')}>
        Send invitation again
      </button>
      <button type="button" className="tf-button" data-look="danger" disabled={isBusy} onClick={() => void act('revoke', 'Invitation taken back')}>
        Take invitation back
      </button>
    </>
  )
}
