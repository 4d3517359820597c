'use client'

import { useCallback, useRef, useState } from 'react'
import { api, type ApiAnswer, type ApiCall, type ApiProblem } from '@/components/portal/client/api'
import { keyFor, leavesOpen, type Try } from '@/components/portal/client/same-try'

/** Sends one request at a time and keeps its problem for display. The same try keeps its idempotency key until its fate is known. */
export function useSend(organization?: string) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const last = useRef<Try | null>(null)
  const send = useCallback(
    async <T>(path: string, call: ApiCall = {}): Promise<ApiAnswer<T>> => {
      setBusy(true)
      setProblem(null)
      const now = keyFor(last.current, path, call)
      last.current = now
      const answer = await api<T>(path, { method: 'POST', organization, idempotencyKey: now.key, ...call })
      if (!leavesOpen(answer)) last.current = null
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
