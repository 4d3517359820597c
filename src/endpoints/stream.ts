import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { notificationStream, securityStream } from '@/domain/core'
import { stockStream } from '@/domain/inventory'
import { orderStream } from '@/domain/sales'
import { refuse } from '@/kernel/errors'
import { keyHash, keyOf } from '@/platform/access/api-key'
import { loadPrincipal } from '@/platform/access/load-principal'
import { holds, principalOf, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { parseInput } from '@/platform/http/parse-input'
import { requestFacts } from '@/platform/http/request-facts'
import { rawRoute, type Route } from '@/platform/http/route'
import { readerFor } from '@/platform/reader'
import type { StreamChannel } from '@/platform/stream/channel'
import { join, leave, mustHaveRoom, streamsHere } from '@/platform/stream/hub'
import { resumeAt } from '@/platform/stream/marks'
import { freshStream, type OpenStream } from '@/platform/stream/open-stream'
import { leavePlace, takePlace } from '@/platform/stream/places'
import { BEAT, eventStream } from '@/platform/stream/sse'
import { standingsOf, type Basis } from '@/platform/stream/standing'
import type { PayloadRequest } from 'payload'

/** What can be watched. */
export const CHANNELS: readonly StreamChannel[] = [notificationStream, orderStream, stockStream, securityStream]

const words = CHANNELS.map(({ name, summary }) => `\`${name}\`: ${summary}.`).join(' ')
const Query = z.strictObject({
  channel: z.string().max(80).meta({ description: words }),
  lastEventId: z.string().max(64).optional().meta({ description: 'The same as the header Last-Event-ID, for clients that cannot set one.' }),
})

/** Server-sent events: what happens, as it happens, to whoever may see it. */
export const streamRoutes: Route[] = [
  rawRoute({
    ...{ method: 'GET', path: '/stream', tag: 'streams', isPublic: false },
    summary: 'Watch a channel: server-sent events. Each message has the id of its row; it may come twice and never less than once after Last-Event-ID',
    describes: {
      query: Query,
      headers: { 'Last-Event-ID': 'The id of the last message that came, at most seven days old: what was missed since is sent first.' },
      answers: 'text/event-stream',
    },
    respond: (req) => open(req, principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})),
  }),
]

async function open(req: PayloadRequest, asking: Principal): Promise<Response> {
  const query = await parseInput(Query, Object.fromEntries(req.searchParams ?? new URLSearchParams()))
  const channel = channelFor(query.channel, asking)
  const from = resumeAt(req.headers.get('last-event-id') ?? query.lastEventId ?? null, Date.now())
  mustHaveRoom()
  const { principal, basis, standing } = await settled(req, asking)
  mustHold(channel, principal)
  const { requestId, ip } = requestFacts(req)
  const [id, pool] = [randomUUID(), poolOf(req.payload)]
  const release = () => void leavePlace(pool, id)
  await takePlace(pool, { id, holder: principal.id }, streamsHere())
  let stream: OpenStream | null = null
  const { response, outlet } = eventStream(() => (stream ? leave(stream) : release()), requestId)
  try {
    stream = await freshStream({ id, channel, principal, basis, standing, outlet, ip, release, from, reader: readerFor(req.payload, principal) }, Date.now())
    mustHaveRoom()
    join(req.payload, stream)
  } catch (error) {
    outlet.close()
    throw error
  }
  // Whoever went away meanwhile told nobody that a stream had joined.
  if (!outlet.write(BEAT)) leave(stream)
  return response
}

/** `notifications/<own id>` is how the requirement documents write the own channel; nobody has anybody else's. */
function channelFor(name: string, principal: Principal): StreamChannel {
  const [, person] = /^notifications\/(.+)$/.exec(name) ?? []
  if (person !== undefined && person !== principal.id) refuse('NOT_FOUND', { noun: 'The channel' })
  const channel = CHANNELS.find((one) => one.name === (person === undefined ? name : 'notifications'))
  if (!channel) return refuse('INPUT_INVALID', { reason: `There is no channel ${name}; there are: ${CHANNELS.map((one) => one.name).join(', ')}.` }, [{ path: 'channel', message: 'is not known' }])
  mustHold(channel, principal)
  return channel
}

function mustHold({ permission, isPersonal }: StreamChannel, principal: Principal): void {
  if (isPersonal && principal.kind !== 'person') refuse('PERSON_NEEDED', {})
  if (permission !== null && !holds(principal, permission)) refuse('PERMISSION_REFUSED', { permission })
}

// First what the rights rest on, then the rights: whatever changes in between is seen by the next look.
async function settled(req: PayloadRequest, asking: Principal): Promise<{ principal: Principal; basis: Basis; standing: string }> {
  const pool = poolOf(req.payload)
  const basis = basisOf(req, asking)
  const [standing] = await standingsOf(pool, [basis])
  const principal = basis.kind === 'person' ? await loadPrincipal(pool, basis.id, basis.session) : asking
  return standing && principal ? { principal, basis, standing } : refuse('UNAUTHENTICATED', {})
}

function basisOf({ headers }: PayloadRequest, { kind, id, session }: Principal): Basis {
  if (kind === 'person' && session !== null) return { kind, id, session }
  const key = keyOf(headers)
  return key && key !== 'broken' ? { kind: 'key', id, secretHash: keyHash(key) } : refuse('UNAUTHENTICATED', {})
}
