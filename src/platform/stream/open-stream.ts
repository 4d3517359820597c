import type { Principal } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'
import type { Message, StreamChannel } from '@/platform/stream/channel'
import { idAt, OVERLAP_MS } from '@/platform/stream/marks'
import { wireOf, type Outlet } from '@/platform/stream/sse'
import type { Basis } from '@/platform/stream/standing'
import { topicOf } from '@/platform/stream/topics'

/** One open stream of somebody. */
export interface OpenStream {
  id: string
  channel: StreamChannel
  holder: string
  basis: Basis
  /** what `standingsOf` said when it was opened */
  standing: string
  reader: Reader
  topics: readonly string[]
  outlet: Outlet
  /** the address it was opened from */
  ip: string | null
  /** gives its place back */
  release: () => void
  /** rows after this id may be new */
  after: string
  /** ids after `after` that were sent */
  sent: Set<string>
  /** how things stood when it was last told, to tell changes only */
  told: string
  /** true while there may be news */
  isDue: boolean
  openedAt: number
}

/** What a stream is opened with. */
export interface StreamWish {
  id: string
  channel: StreamChannel
  principal: Principal
  basis: Basis
  standing: string
  reader: Reader
  outlet: Outlet
  ip: string | null
  release: () => void
  /** where an earlier stream broke off; null begins now */
  from: string | null
}

const MOST_KNOWN = 5_000

/** A stream that has been told nothing yet. One that begins now has nothing to say of what was there before. */
export async function freshStream({ principal, from, ...wish }: StreamWish, now: number): Promise<OpenStream> {
  const topics = wish.channel.concerns(principal).map((whose) => topicOf(wish.channel.name, whose))
  const after = from ?? idAt(now - OVERLAP_MS)
  const [before = []] = from === null ? await wish.channel.news([{ reader: wish.reader, after }], MOST_KNOWN) : []
  const sent = new Set(before.flatMap(({ id }) => id ?? []))
  return { ...wish, holder: principal.id, topics, after, sent, told: '', isDue: true, openedAt: now }
}

/** Sends what was not sent yet. False when the reader is gone. */
export function deliver(stream: OpenStream, messages: readonly Message[]): boolean {
  for (const message of messages) {
    if (message.id === null || stream.sent.has(message.id)) continue
    if (!stream.outlet.write(wireOf(message))) return false
    stream.sent.add(message.id)
  }
  return true
}

/** Sends how things stand when that changed. */
export function tell(stream: OpenStream, message: Message): void {
  const text = wireOf(message)
  if (text !== stream.told && stream.outlet.write(text)) stream.told = text
}

/**
 * Moves on after news were read at `readAt`: to the last row of a full page, else to where rows of slow transactions may
 * still appear.
 */
export function moveOn(stream: OpenStream, messages: readonly Message[], isFull: boolean, readAt: number): void {
  const settled = idAt(readAt - OVERLAP_MS)
  stream.after = (isFull && messages.at(-1)?.id) || settled
  for (const id of stream.sent) if (id <= settled) stream.sent.delete(id)
}
