'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

/** A page that is only glanced at opens no stream: the first sign of life does, or this time. */
const QUIET_MS = 8_000
const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const

/**
 * How many notifications are unread: what the server rendered, then what the stream says. The page at `listPath`, which
 * lists them, is rendered anew when something came. `said` is the last count that came by itself, for a live region.
 */
export function useUnread(rendered: number, listPath: string): { unread: number; said: number | null } {
  const router = useRouter()
  const path = usePathname()
  const [live, setLive] = useState<{ rendered: number; unread: number } | null>(null)
  const known = useRef({ rendered, unread: rendered, isList: false, refresh: () => router.refresh() })
  useEffect(() => {
    const { unread } = known.current
    known.current = { rendered, unread: known.current.rendered === rendered ? unread : rendered, isList: path === listPath, refresh: () => router.refresh() }
  }, [rendered, path, listPath, router])
  useEffect(() => {
    const news = () => void (known.current.isList && known.current.refresh())
    return onceAlive((watch) =>
      watch({
        news,
        unread: (unread) => {
          if (unread === known.current.unread) return
          known.current.unread = unread
          setLive({ rendered: known.current.rendered, unread })
          news()
        },
      }),
    )
  }, [])
  // A page rendered since knows better than an older message; the next message says if not.
  return { unread: live !== null && live.rendered === rendered ? live.unread : rendered, said: live?.unread ?? null }
}

type Watch = (typeof import('@/components/live/watch'))['watch']

/** Loads what watches and begins at the first sign of life. Answers how to stop. */
function onceAlive(begin: (watch: Watch) => () => void): () => void {
  let stop: (() => void) | null = null
  let isGone = false
  const start = () => {
    quiet()
    void import('@/components/live/watch').then(({ watch }) => {
      if (!isGone) stop = begin(watch)
    })
  }
  const timer = setTimeout(start, QUIET_MS)
  const quiet = () => {
    clearTimeout(timer)
    for (const sign of SIGNS) document.removeEventListener(sign, start)
  }
  for (const sign of SIGNS) document.addEventListener(sign, start, { passive: true })
  return () => {
    isGone = true
    quiet()
    stop?.()
  }
}
