import type { Message } from '@/platform/stream/channel'

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Whoever compresses or buffers on the way would hold messages back.
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
}
const RETRY_MS = 3_000
/** Whoever reads so slowly that this much waits is let go; it comes back with Last-Event-ID and misses nothing. */
const MOST_WAITING_BYTES = 512_000

/** The open end of an event stream. */
export interface Outlet {
  /** False when the reader is gone or too slow; the stream is closed then. */
  write(text: string): boolean
  close(): void
}

/** An answer that stays open, and its outlet. `gone` is told once, whoever ended it. */
export function eventStream(gone: () => void, requestId: string): { response: Response; outlet: Outlet } {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const end = (shut: (open: ReadableStreamDefaultController<Uint8Array>) => void) => {
    const open = controller
    controller = null
    if (!open) return
    shut(open)
    gone()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (fresh) => {
        controller = fresh
        fresh.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`))
      },
      cancel: () => end(() => undefined),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
  )
  const outlet: Outlet = {
    write: (text) => {
      if (!controller) return false
      if ((controller.desiredSize ?? 0) <= 0) end((open) => open.close())
      else controller.enqueue(encoder.encode(text))
      return controller !== null
    },
    close: () => end((open) => open.close()),
  }
  return { response: new Response(body, { headers: { ...HEADERS, 'X-Request-Id': requestId } }), outlet }
}

/** A message as it goes over the wire. JSON has no line breaks, so it is one line of data. */
export function wireOf({ id, event, data }: Message): string {
  return `${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** What keeps a silent stream open. */
export const BEAT = ': still here\n\n'
