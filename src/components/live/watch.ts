/** What a page wants to know. */
export interface Wish {
  /** how many notifications are unread now */
  unread: (count: number) => void
  /** something new has come */
  news: () => void
}

const HIDDEN_MS = 30_000
const AGAIN_MS = 60_000
const MOST_FAILURES = 3

/**
 * Watches the own notifications while somebody looks at the page: hidden for half a minute it lets go, shown again it
 * comes back. The browser reconnects by itself; when the server refuses, a few later tries are all. Answers how to stop.
 */
export function watch({ unread, news }: Wish): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  const close = () => {
    source?.close()
    source = null
  }
  const open = () => {
    if (source || document.visibilityState !== 'visible') return
    source = new EventSource('/api/v1/stream?channel=notifications')
    source.addEventListener('unread', (message: MessageEvent<string>) => {
      failures = 0
      unread((JSON.parse(message.data) as { unread: number }).unread)
    })
    source.addEventListener('notification', news)
    source.addEventListener('error', refused)
  }
  const refused = () => {
    if (source?.readyState !== EventSource.CLOSED) return
    close()
    failures += 1
    if (failures < MOST_FAILURES) later(open, AGAIN_MS * (1 + Math.random()))
  }
  const later = (act: () => void, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(act, ms)
  }
  const look = () => {
    if (document.visibilityState !== 'visible') return later(close, HIDDEN_MS)
    clearTimeout(timer)
    failures = 0
    open()
  }
  document.addEventListener('visibilitychange', look)
  open()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
    close()
  }
}
