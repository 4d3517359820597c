'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

/** A page that is only glanced at opens no stream: the first sign of life does, or this time. */
const QUIET_MS = 8_000
const SIGNS = ['pointermove', 'pointerdown', 'keydown'] as const

export interface Unread {
  unread: number
  /** The last count that came by itself, for a live region; null before. */
  said: number | null
  /** Something came while the list was open: its rows wait until somebody asks, so that nothing moves under a finger. */
  isWaiting: boolean
  /** Draws the list with what came. */
  show: () => void
}

/** How many notifications are unread: what the server rendered, then what the stream says. `listPath` is the page that lists them. */
export function useUnread(rendered: number, listPath: string): Unread {
  const router = useRouter()
  const path = usePathname()
  const [live, setLive] = useState<{ rendered: number; unread: number } | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const [visited, setVisited] = useState(path)
  // A page that is come to is drawn with what is there by then.
  if (visited !== path) {
    setVisited(path)
    setWaiting(false)
  }
  const known = useRef({ rendered, unread: rendered })
  useEffect(() => {
    const { unread } = known.current
    known.current = { rendered, unread: known.current.rendered === rendered ? unread : rendered }
  }, [rendered])
  useEffect(() => {
    const news = () => setWaiting(true)
    return onceAlive((watch) =>
      watch({
        news,
        unread: (unread) => {
          if (unread === known.current.unread) return
          if (unread > known.current.unread) news()
          known.current.unread = unread
          setLive({ rendered: known.current.rendered, unread })
        },
      }),
    )
  }, [])
  // A page rendered since knows better than an older message; the next message says if not.
  const unread = live !== null && live.rendered === rendered ? live.unread : rendered
  const show = () => {
    setWaiting(false)
    router.refresh()
  }
  return { unread, said: live?.unread ?? null, isWaiting: isWaiting && path === listPath, show }
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
