'use client'

import { useEffect, useRef, useState } from 'react'
import { isGoing, LOOK_MS, type BatchState } from '@/components/bulk/batch'
import { api } from '@/components/portal/client/api'

interface Wanted {
  collection: string
  verb: string
  ids: readonly string[]
  reason?: string
}

/** Asks for one deed on many rows and looks until all of them are done. */
export function useBatch(organization: string) {
  const [batch, setBatch] = useState<BatchState | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const timer = useRef<number>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const look = async (id: string): Promise<void> => {
    const answer = await api<BatchState>(`/batches/${id}`, { organization })
    if (!answer.ok) return setProblem(answer.problem.message)
    setBatch(answer.data)
    if (isGoing(answer.data)) timer.current = window.setTimeout(() => void look(id), LOOK_MS)
  }
  const begin = async (wanted: Wanted): Promise<void> => {
    setProblem(null)
    const answer = await api<{ id: string }>('/batches', { method: 'POST', organization, idempotencyKey: crypto.randomUUID(), body: wanted })
    if (!answer.ok) return setProblem(answer.problem.message)
    await look(answer.data.id)
  }
  return { batch, problem, begin }
}
