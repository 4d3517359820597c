'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

/** What the API refused with: its sentence and what belongs to which field. */
export interface Refused {
  message: string
  fields: Readonly<Record<string, string>>
}

interface Wish {
  method?: 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
}

interface Envelope {
  success?: boolean
  data?: unknown
  error?: { message: string; details?: { path?: string; message: string }[] }
}

/**
 * Asks /api/v1, the door programs use too, in the name of one organization, and draws the page afresh when it worked.
 * Answers the data, or null when it was refused; the refusal stays in `refused` until the next try.
 */
export function useAsk(organization: string) {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const ask = async <T>(path: string, { method = 'POST', body = {} }: Wish = {}): Promise<T | null> => {
    setBusy(true)
    setRefused(null)
    const answer = await answerOf(path, method, body, organization)
    setBusy(false)
    if (answer.success !== true) {
      setRefused(refusedBy(answer))
      return null
    }
    router.refresh()
    return (answer.data ?? {}) as T
  }
  return { ask, isBusy, refused, go: (href: string) => router.push(href) }
}

async function answerOf(path: string, method: string, body: unknown, organization: string): Promise<Envelope> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-Organization': organization },
      ...(method === 'DELETE' ? {} : { body: JSON.stringify(body) }),
    })
    if (response.status === 204) return { success: true }
    return (await response.json()) as Envelope
  } catch {
    return { error: { message: 'The server did not answer. Look whether it was done before you try again.' } }
  }
}

function refusedBy({ error }: Envelope): Refused {
  const fields = (error?.details ?? []).flatMap(({ path, message }) => (path ? [[path, message] as const] : []))
  return { message: error?.message ?? 'That did not work; try again in a moment.', fields: Object.fromEntries(fields) }
}
