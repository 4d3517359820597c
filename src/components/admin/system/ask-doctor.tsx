'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'

/** Asks the doctor now; the questions take some seconds. */
export function AskDoctor() {
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const ask = async () => {
    setAsking(true)
    const answer = await send<{ asked: number; findings: readonly unknown[] }>('/health/doctor', {
      body: {},
      key: newKey(),
    })
    setAsking(false)
    if (!answer.ok) return void toast.error(answer.message)
    const { asked, findings } = answer.data
    if (findings.length === 0) toast.success(`${asked} questions, nothing found`)
    else toast.error(`${findings.length} of ${asked} questions found something`)
    router.refresh()
  }
  return (
    <button type="button" className="tf-button" data-look="primary" disabled={isAsking} onClick={() => void ask()}>
      {isAsking ? 'Asking…' : 'Ask it now'}
    </button>
  )
}
