'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import type { ApiCall } from '@/components/portal/client/api'
import { useSend } from '@/components/portal/client/use-send'
import { notify, type Notice } from '@/components/ui/toast'

/** What follows a request that succeeded. */
export interface After<T> {
  /** What a component does with the answer. */
  then?: (data: T) => void
  /** The message to show, made from the answer. */
  say?: (data: T) => Notice
  /** Where to go on; without it the page is drawn afresh. */
  go?: (data: T) => string
}

/** One deed of a person: a request, then a message and a fresh page. Its refusal stays in `problem` for the form to show. */
export function useDeed(organization: string) {
  const router = useRouter()
  const [isDrawing, startDrawing] = useTransition()
  const { send, isBusy, problem, clear } = useSend(organization)
  const act = async <T>(path: string, call: ApiCall = {}, { then, say, go }: After<T> = {}): Promise<boolean> => {
    const answer = await send<T>(path, call)
    if (!answer.ok) return false
    then?.(answer.data)
    if (say) notify({ tone: 'success', ...say(answer.data) })
    const next = go?.(answer.data)
    startDrawing(() => {
      if (next) router.push(next)
      router.refresh()
    })
    return true
  }
  return { act, isBusy: isBusy || isDrawing, problem, clear }
}
