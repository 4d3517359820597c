import { noteOutage } from '@/platform/outage'
import { perProcess } from '@/platform/per-process'
import type { StreamChannel } from '@/platform/stream/channel'
import { deliver, moveOn, tell, type OpenStream } from '@/platform/stream/open-stream'

/** Rows of one stream in one statement; more follow at once. */
const MOST = 200
const AGAIN_MS = 1_000

const running = perProcess('streams-draining', () => new Set<string>())

/**
 * Reads and sends the news of a channel until no stream of it is due. Whatever wakes streams meanwhile is read in the
 * next round, so five hundred wakings cost a few statements.
 */
export async function drain(streams: ReadonlySet<OpenStream>, channel: StreamChannel): Promise<void> {
  if (running.has(channel.name)) return
  running.add(channel.name)
  let due: OpenStream[] = []
  try {
    for (due = dueOf(streams, channel); due.length > 0; due = dueOf(streams, channel)) await round(channel, due)
  } catch (err) {
    noteOutage('the database', err, { msg: 'news for streams could not be read; trying again' })
    for (const stream of due) stream.isDue = true
    setTimeout(() => void drain(streams, channel), AGAIN_MS).unref()
  } finally {
    running.delete(channel.name)
  }
}

function dueOf(streams: ReadonlySet<OpenStream>, channel: StreamChannel): OpenStream[] {
  return [...streams].filter((one) => one.isDue && one.channel.name === channel.name)
}

async function round(channel: StreamChannel, due: readonly OpenStream[]): Promise<void> {
  const readAt = Date.now()
  for (const stream of due) stream.isDue = false
  const news = await channel.news(due, MOST)
  due.forEach((stream, at) => {
    const messages = news[at] ?? []
    const isFull = messages.length === MOST
    if (deliver(stream, messages)) moveOn(stream, messages, isFull, readAt)
    if (isFull) stream.isDue = true
  })
  const standings = (await channel.standing?.(due)) ?? []
  due.forEach((stream, at) => {
    const message = standings[at]
    if (message) tell(stream, message)
  })
}
