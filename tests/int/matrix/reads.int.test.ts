import type { SanitizedConfig } from 'payload'
import { metaOf } from '@/platform/payload/meta'
import { authorizationOf, send } from '@tests/builders/http'
import { expectations, expectedIds } from './oracle'
import { CANARY, twoTrees, type Subject } from './world'

let world: Awaited<ReturnType<typeof twoTrees>>
const table = expectations()
const CRUD = ['products', 'variants', 'categories', 'brands', 'units', 'price-lists', 'prices', 'warehouses', 'storage-locations', 'reorder-rules', 'tax-rates', 'branches', 'addresses', 'dealer-tiers', 'territories', 'media', 'custom-fields']

beforeAll(async () => {
  world = await twoTrees()
}, 120_000)

/** Where GraphQL's plural is not the slug in capitals. */
const GRAPH_NAMES: Record<string, string> = { media: 'allMedia', 'audit-log': 'AuditLogs' }

type Listed = { docs?: { id: string }[] }

describe('the access matrix', () => {
  it('has an expectation for every collection of ours', () => {
    const slugs = (world.ours.payload.config as SanitizedConfig).collections.flatMap((collection) => (metaOf(collection) ? [collection.slug] : []))
    expect([...table.keys()].sort()).toEqual(slugs.sort())
  })

  it.each([...table.keys()])('REST lists of %s show each subject exactly its rows', async (collection) => {
    for (const subject of world.subjects) {
      const reach = table.get(collection)?.get(subject.role) ?? 'none'
      const { status, body } = await send<Listed>(world.ours.payload, 'GET', `/api/${collection}?limit=200&sort=id`, { token: subject.token })
      const ids = (body.docs ?? []).map((row) => row.id).sort()
      expect([subject.name, status]).toEqual([subject.name, reach === 'none' ? 403 : 200])
      expect([subject.name, ids]).toEqual([subject.name, (await expectedIds(collection, reach, subject)).slice(0, 200).sort()])
      expect(JSON.stringify(body)).not.toContain(CANARY)
    }
  })

  it.each([...table.keys()])('GraphQL lists of %s show the same', async (collection) => {
    for (const subject of world.subjects) {
      const rest = await send<Listed>(world.ours.payload, 'GET', `/api/${collection}?limit=200&sort=id`, { token: subject.token })
      const graph = await graphIds(collection, subject)
      if (graph === null) continue
      expect([subject.name, graph]).toEqual([subject.name, (rest.body.docs ?? []).map((row) => row.id).sort()])
    }
  })

  it.each([...table.keys()])('nobody reads, changes or deletes the other tree’s rows of %s by id', async (collection) => {
    const foreign = await rowOf(collection)
    if (!foreign) return
    for (const subject of world.subjects) {
      for (const method of ['GET', 'PATCH', 'DELETE']) {
        const body = method === 'PATCH' ? { body: { name: 'taken over' } } : {}
        const answer = await send(world.ours.payload, method, `/api/${collection}/${foreign}`, { token: subject.token, ...body })
        expect([subject.name, method, [403, 404].includes(answer.status)]).toEqual([subject.name, method, true])
      }
    }
    expect(await rowOf(collection, foreign)).toBe(foreign)
  })

  it.each([...table.keys()])('nobody without a session gets anything of %s', async (collection) => {
    for (const method of ['GET', 'POST']) {
      const answer = await send<Listed>(world.ours.payload, method, `/api/${collection}`, method === 'POST' ? { body: {} } : {})
      expect([collection, method, answer.status]).toEqual([collection, method, 403])
    }
  })

  it.each([...table.keys()].filter((slug) => !isCrud(slug)))('no door of Payload creates rows of %s', async (collection) => {
    for (const subject of world.subjects) {
      const answer = await send(world.ours.payload, 'POST', `/api/${collection}`, { token: subject.token, body: { name: 'x' } })
      expect([subject.name, answer.status]).toEqual([subject.name, 403])
    }
  })
})

function isCrud(slug: string): boolean {
  return CRUD.includes(slug)
}

async function rowOf(collection: string, id?: string): Promise<string | null> {
  const { ownerQuery } = await import('@tests/setup/database')
  const name = collection.replaceAll('-', '_')
  const owner = collection === 'users' || name.startsWith('notification') && name !== 'notification_deliveries' ? 'id is not null' : `tree_id = '${world.theirs.hq.id}'`
  const hasTree = await ownerQuery<{ n: number }>(`select count(*)::int as n from information_schema.columns where table_name = $1 and column_name = 'tree_id'`, [name])
  const condition = hasTree[0]?.n ? owner : 'true'
  const own = `and id::text not in (${world.subjects.map((one) => `'${one.user}'`).join(',')})`
  const rows = await ownerQuery<{ id: string }>(`select id::text from "${name}" where ${condition} ${own} ${id ? `and id::text = '${id}'` : ''} order by id desc limit 1`, [])
  return rows[0]?.id ?? null
}

async function graphIds(collection: string, subject: Subject): Promise<string[] | null> {
  const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
  const config = world.ours.payload.config as SanitizedConfig
  if (config.collections.find((one) => one.slug === collection)?.graphQL === false) return null
  const name = GRAPH_NAMES[collection] ?? collection.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const request = new Request('http://localhost:3000/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: authorizationOf(subject.token) },
    body: JSON.stringify({ query: `{ rows: ${name}(limit: 200, sort: "id") { docs { id } } }` }),
  })
  const body = (await (await GRAPHQL_POST(config)(request)).json()) as { data?: { rows?: Listed | null }; errors?: { message: string }[] }
  const unknown = body.errors?.find((error) => error.message.startsWith('Cannot query field'))
  if (unknown) throw new Error(unknown.message)
  return (body.data?.rows?.docs ?? []).map((row) => row.id).sort()
}
