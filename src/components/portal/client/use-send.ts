'use client'

import { useCallback, useRef, useState } from 'react'
import { api, type ApiAnswer, type ApiCall, type ApiProblem } from '@/components/portal/client/api'

/** Sends one request at a time and keeps its problem for display. The same try keeps its idempotency key until it succeeds. */
export function useSend(organization?: string) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const key = useRef<string | null>(null)
  const send = useCallback(
    async <T>(path: string, call: ApiCall = {}): Promise<ApiAnswer<T>> => {
      setBusy(true)
      setProblem(null)
      key.current ??= crypto.randomUUID()
      const answer = await api<T>(path, { method: 'POST', organization, idempotencyKey: key.current, ...call })
      // A refusal was not stored, and a lost answer may be asked for again; only success needs a new key.
      if (answer.ok || answer.problem.status !== 0) key.current = null
      if (!answer.ok) setProblem(answer.problem)
      setBusy(false)
      return answer
    },
    [organization],
  )
  return { send, isBusy, problem, clear: () => setProblem(null) }
}

/** The sentence of the field at fault, if the problem names it. */
export function fieldError(problem: ApiProblem | null, path: string): string | null {
  const detail = problem?.details.find((one) => one.path === path)
  return detail ? sentence(detail.message) : null
}

function sentence(text: string): string {
  const upper = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(upper) ? upper : `${upper}.`
}
