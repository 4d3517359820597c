import type { Payload } from 'payload'
import { refuse } from '@/kernel/errors'
import { areListed } from '@/platform/access/admin-networks'
import { poolOf } from '@/platform/db/pool'
import { listenTo, type Ear } from '@/platform/db/listen'
import { env } from '@/platform/env'
import { noteOutage } from '@/platform/outage'
import { perProcess } from '@/platform/per-process'
import { drain } from '@/platform/stream/drain'
import type { OpenStream } from '@/platform/stream/open-stream'
import { STREAM_NOTICE, topicsIn } from '@/platform/stream/poke'
import { renewPlaces } from '@/platform/stream/places'
import { BEAT } from '@/platform/stream/sse'
import { standingsOf } from '@/platform/stream/standing'

/** Told by triggers when a session, person, membership, role, organization or key changed. */
const ACCESS_NOTICE = 'tf_access'
const BEAT_MS = 15_000
const SWEEP_MS = 30_000
/** After this a stream ends and comes back, whatever happens: a lost detail of its rights lives no longer. */
const LONGEST_MS = 3_600_000
/** People walk from page to page; the connection waits for the next one so long. */
const REST_MS = 60_000
/** How long after a notice the streams are asked, so that many notices cost one question. */
const ASK_AFTER_MS = 100

interface Hub {
  streams: Set<OpenStream>
  byTopic: Map<string, Set<OpenStream>>
  ear: Ear | null
  timers: NodeJS.Timeout[]
  asking: NodeJS.Timeout | null
  resting: NodeJS.Timeout | null
  isChecking: boolean
}

const hub = perProcess<Hub>('streams', () => ({ streams: new Set(), byTopic: new Map(), ear: null, timers: [], asking: null, resting: null, isChecking: false }))

/** SERVER_BUSY when this process has as many streams as it may have. */
export function mustHaveRoom(): void {
  if (hub.streams.size >= env.STREAMS_PER_PROCESS) refuse('SERVER_BUSY', {})
}

/** The streams of this process. */
export function streamsHere(): OpenStream[] {
  return [...hub.streams]
}

/** Takes a stream in: from now on it hears of its news. The first one of a process opens the one connection that listens. */
export function join(payload: Payload, stream: OpenStream): void {
  hub.streams.add(stream)
  for (const topic of stream.topics) hub.byTopic.set(topic, (hub.byTopic.get(topic) ?? new Set()).add(stream))
  if (hub.resting) clearTimeout(hub.resting)
  hub.resting = null
  if (hub.ear === null) start(payload)
  void drain(hub.streams, stream.channel)
}

/** Forgets a stream that ended. A while after the last one nobody listens any more. */
export function leave(stream: OpenStream): void {
  stream.release()
  if (!hub.streams.delete(stream)) return
  for (const topic of stream.topics) {
    const others = hub.byTopic.get(topic)
    others?.delete(stream)
    if (others?.size === 0) hub.byTopic.delete(topic)
  }
  if (hub.streams.size === 0) hub.resting ??= setTimeout(() => void stop(), REST_MS).unref()
}

/** Ends all streams and the listening: a process that is told to end waits for its open answers. */
export async function closeStreams(): Promise<void> {
  for (const stream of [...hub.streams]) stream.outlet.close()
  await stop()
}

/** How many streams are open in this process. */
export function openStreams(): number {
  return hub.streams.size
}

function start(payload: Payload): void {
  hub.ear = listenTo({
    channels: [STREAM_NOTICE, ACCESS_NOTICE],
    name: `${env.APP_NAME}-streams`,
    hear: (channel, notice) => (channel === ACCESS_NOTICE ? askSoon(payload) : wake(topicsIn(notice))),
    // What was said while nobody listened is found in the tables.
    ready: () => {
      sweep()
      askSoon(payload)
    },
  })
  hub.timers = [
    setInterval(() => void check(payload), env.STREAM_CHECK_SECONDS * 1_000).unref(),
    setInterval(sweep, SWEEP_MS).unref(),
    setInterval(() => beat(payload), BEAT_MS).unref(),
  ]
}

function stop(): Promise<void> {
  const { ear } = hub
  hub.ear = null
  hub.timers.forEach((timer) => clearInterval(timer))
  hub.timers = []
  return ear?.stop() ?? Promise.resolve()
}

function wake(topics: readonly string[]): void {
  const due = new Set(topics.flatMap((topic) => [...(hub.byTopic.get(topic) ?? [])]))
  for (const stream of due) stream.isDue = true
  for (const channel of new Set([...due].map((one) => one.channel))) void drain(hub.streams, channel)
}

function sweep(): void {
  for (const stream of hub.streams) stream.isDue = true
  for (const channel of new Set([...hub.streams].map((one) => one.channel))) void drain(hub.streams, channel)
}

function beat(payload: Payload): void {
  const now = Date.now()
  for (const stream of [...hub.streams]) {
    if (now - stream.openedAt > LONGEST_MS) stream.outlet.close()
    else stream.outlet.write(BEAT)
  }
  void renewPlaces(poolOf(payload), [...hub.streams])
}

function askSoon(payload: Payload): void {
  hub.asking ??= setTimeout(() => {
    hub.asking = null
    void check(payload)
  }, ASK_AFTER_MS).unref()
}

// One check at a time; a notice that comes meanwhile asks once more after it.
async function check(payload: Payload): Promise<void> {
  if (hub.isChecking) return askSoon(payload)
  hub.isChecking = true
  try {
    const streams = [...hub.streams]
    const standings = await standingsOf(poolOf(payload), streams.map((one) => one.basis))
    const listed = await areListed(poolOf(payload), streams.map(({ reader, ip }) => ({ principal: reader.principal, ip })))
    streams.forEach((stream, at) => {
      if (standings[at] !== stream.standing || !listed[at]) stream.outlet.close()
    })
  } catch (err) {
    noteOutage('the database', err, { msg: 'streams could not be checked; trying again' })
  } finally {
    hub.isChecking = false
  }
}
