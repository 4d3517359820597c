'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'

interface EndSessionProps {
  path: string
  method?: 'DELETE' | 'POST'
  label: string
  /** what it ends, for screen readers */
  about?: string
  done: string
}

/** One press that ends sessions, or asks for a new password. */
export function EndSession({ path, method = 'DELETE', label, about, done }: EndSessionProps) {
  const router = useRouter()
  const [isSending, setSending] = useState(false)
  const end = async () => {
    setSending(true)
    const answer = await send(path, { method, key: newKey(), ...(method === 'POST' ? { body: {} } : {}) })
    setSending(false)
    if (!answer.ok) return void toast.error(answer.message)
    toast.success(done)
    router.refresh()
  }
  return (
    <button type="button" className="tf-button" disabled={isSending} onClick={() => void end()} {...(about ? { 'aria-label': `${label} ${about}` } : {})}>
      {label}
    </button>
  )
}
