'use client'

import { useEffect, useState } from 'react'

export interface DealerChoice {
  id: string
  slug: string
  name: string
  code: string
  parentName: string | null
  below: number
}

interface Answer {
  data?: DealerChoice[]
  meta?: { nextCursor?: string | null }
}

const PAUSE_MS = 160

/** Dealers that match a text, page by page from the server; `current` is the one the address names. They are `isFresh` when they answer this very text. */
export function useDealers(text: string, isOpen: boolean, slug: string | null) {
  const [{ of, found }, setFound] = useState<{ of: string | null; found: readonly DealerChoice[] }>({ of: null, found: [] })
  const [next, setNext] = useState<string | null>(null)
  const [current, setCurrent] = useState<DealerChoice | null>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      void search({ q: text }).then((answer) => {
        if (!isCurrent) return
        setFound({ of: text, found: answer.data ?? [] })
        setNext(answer.meta?.nextCursor ?? null)
      })
    }, text === '' ? 0 : PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text, isOpen])
  useEffect(() => {
    if (slug && current?.slug !== slug) void search({ slug }).then((answer) => setCurrent(answer.data?.[0] ?? null))
  }, [slug, current?.slug])
  const goOn = async (cursor: string) => {
    const answer = await search({ q: text, cursor })
    setFound({ of: text, found: [...found, ...(answer.data ?? [])] })
    setNext(answer.meta?.nextCursor ?? null)
  }
  return { found, isFresh: of === text, current: current?.slug === slug ? current : null, more: next ? () => void goOn(next) : null }
}

async function search(wish: Record<string, string>): Promise<Answer> {
  try {
    const response = await fetch(`/api/v1/organizations/search?${new URLSearchParams(wish).toString()}`)
    return response.ok ? ((await response.json()) as Answer) : {}
  } catch {
    // Without the server there is nothing to choose; the next letter asks again.
    return {}
  }
}
