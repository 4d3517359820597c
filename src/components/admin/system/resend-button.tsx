'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'

/** Sends a mail once more. */
export function ResendButton({ id }: { id: string }) {
  const router = useRouter()
  const [isSending, setSending] = useState(false)
  const resend = async () => {
    setSending(true)
    const answer = await send(`/mailbox/${id}/resend`, { body: {}, key: newKey() })
    setSending(false)
    if (!answer.ok) return void toast.error(answer.message)
    toast.success('It is on its way again')
    router.refresh()
  }
  return (
    <div className="tf-actions">
      <button type="button" className="tf-button" disabled={isSending} onClick={() => void resend()}>
        Send again
      </button>
    </div>
  )
}
