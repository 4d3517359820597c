import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { SanitizedConfig } from 'payload'

import { guarded } from '@/platform/http/guarded'
import { authorizationOf } from '@tests/builders/http'
import { expectations } from '@tests/int/matrix/oracle'
import { CANARY } from '@tests/int/matrix/world'
import { figures, isLong, seed } from '@tests/int/profile'
import { expectHealthy } from '@tests/builders/doctor'
import { drainJobs } from '@tests/builders/jobs'
import { aGround, type Ground, type Sender } from './ground'
import { nasty } from './hostile'
import { mutated, mutations } from './mutate'
import { graphRequests, restQueries, type Offered } from './payload-requests'

const slugs = [...expectations().keys()]
const runs = isLong ? 40 : 2
const INNARDS =
  /syntax error|violates|\bpg_|TypeError|ReferenceError|node_modules|\bselect \b.*\bfrom\b|Failed query|Something went wrong/i
let ground: Ground
let offered: Map<string, Offered>
let rest: (request: Request) => Promise<Response>
let graph: (request: Request) => Promise<Response>
let requests = 0

beforeAll(async () => {
  ground = await aGround()
  const config = ground.ours.payload.config as SanitizedConfig
  const { handleEndpoints } = await import('payload')
  const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
  rest = guarded((request) => handleEndpoints({ config, request }))
  graph = guarded((request) => GRAPHQL_POST(config)(request))
  offered = new Map(slugs.map((slug) => [slug, offeredBy(config, slug)]))
}, 120_000)

afterAll(() => {
  figures('fuzz-payload', { seed, requests })
})

describe('4.5: whatever Payload’s own doors are asked, they answer or refuse', () => {
  test.each(slugs)(
    'REST queries of %s; a condition never finds more than there is',
    async (slug) => {
      for (const sender of ground.senders) {
        const token = await sender.token()
        const all = await ask(token, 'GET', `/api/${slug}?limit=1`)
        const most = (all.json as { totalDocs?: number }).totalDocs ?? 0
        const property = fc.asyncProperty(restQueries(of(slug), sender.known), async (query) => {
          const { status, text, json } = await ask(token, 'GET', `/api/${slug}${query}`)
          mustBeSound(sender, status, text)
          if (status === 200) expect((json as { totalDocs?: number }).totalDocs ?? 0).toBeLessThanOrEqual(most)
        })
        await fc.assert(property, { seed, numRuns: few(sender) })
      }
    },
    300_000,
  )

  test.each(slugs)(
    'REST writes of %s',
    async (slug) => {
      for (const sender of ground.senders) {
        const token = await sender.token()
        const present = (await ask(token, 'GET', `/api/${slug}?limit=1&depth=0`)).json as { docs?: object[] }
        const base = present.docs?.[0] ?? { name: 'x' }
        const body = fc.oneof(
          mutations.map((changes) => mutated(base, changes)),
          fc.dictionary(fc.constantFrom(...of(slug).fields), nasty, { maxKeys: 4 }),
        )
        const target = fc.constantFrom(
          ...sender.known(slug).map(String),
          'not-an-id',
          '00000000-0000-7000-8000-000000000000',
        )
        const property = fc.asyncProperty(
          fc.constantFrom('POST', 'PATCH', 'PATCH'),
          target,
          body,
          async (method, id, data) => {
            const { status, text } = await ask(
              token,
              method,
              method === 'POST' ? `/api/${slug}` : `/api/${slug}/${id}`,
              data,
            )
            mustBeSound(sender, status, text)
          },
        )
        await fc.assert(property, { seed, numRuns: few(sender) })
      }
    },
    300_000,
  )

  test.each(slugs)(
    'GraphQL queries of %s',
    async (slug) => {
      if (of(slug).graph === '') return
      for (const sender of ground.senders) {
        const token = await sender.token()
        const property = fc.asyncProperty(graphRequests(of(slug)), async (body) => {
          const { status, text } = await ask(token, 'POST', '/api/graphql', body)
          mustBeSound(sender, status, text)
        })
        await fc.assert(property, { seed, numRuns: few(sender) })
      }
    },
    300_000,
  )

  test('and afterwards the doctor finds nothing', async () => {
    await drainJobs(ground.ours.payload)
    await expectHealthy(ground.ours.payload)
  }, 120_000)
})

function few({ name }: Sender): number {
  return name === 'nobody' ? Math.ceil(runs / 4) : runs
}

function of(slug: string): Offered {
  return offered.get(slug) ?? { slug, fields: ['id'], graph: '' }
}

async function ask(
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string; json: unknown }> {
  requests += 1
  const headers = {
    ...(token ? { authorization: authorizationOf(token) } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const request = new Request(`http://localhost:3000${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await (path === '/api/graphql' ? graph : rest)(request)
  const text = await response.text()
  return { status: response.status, text, json: text.startsWith('{') ? (JSON.parse(text) as unknown) : {} }
}

function mustBeSound({ name }: Sender, status: number, text: string): void {
  if (status >= 500) throw new Error(`${name}: answered ${status}: ${text.slice(0, 300)}`)
  if (text.includes(CANARY)) throw new Error(`${name}: shows something of the other tree`)
  const said = spokenIn(text)
  if (INNARDS.test(said)) throw new Error(`${name}: speaks of its innards: ${said.slice(0, 300)}`)
}

// What an answer says of errors; values of rows may hold any word.
function spokenIn(text: string): string {
  const { error, errors } = (text.startsWith('{') ? JSON.parse(text) : {}) as {
    error?: { message: string }
    errors?: { message?: string }[]
  }
  return [error?.message ?? '', ...(errors ?? []).map((one) => one.message ?? '')].join(' ')
}

type Field = { name?: string; type: string; relationTo?: string | string[] }

const GRAPH_NAMES: Record<string, string> = { media: 'allMedia', 'audit-log': 'AuditLogs' }

function offeredBy(config: SanitizedConfig, slug: string): Offered {
  const one = config.collections.find((each) => each.slug === slug)
  const fields = ((one?.flattenedFields ?? []) as Field[]).flatMap(({ name, type }) =>
    name ? (type === 'relationship' ? [name, `${name}.id`, `${name}.name`] : [name]) : [],
  )
  const name =
    GRAPH_NAMES[slug] ??
    slug
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('')
  return { slug, fields: ['id', ...fields], graph: one?.graphQL === false ? '' : name }
}
