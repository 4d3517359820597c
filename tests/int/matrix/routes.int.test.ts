import { table as routes } from '@/endpoints/table'
import type { Route } from '@/platform/http/route'
import { send } from '@tests/builders/http'
import { ownerQuery } from '@tests/setup/database'
import { CANARY, twoTrees } from './world'

let world: Awaited<ReturnType<typeof twoTrees>>
const all = routes.routes

beforeAll(async () => {
  world = await twoTrees()
}, 120_000)

const named = (one: Route) => `${one.method} ${one.path}`
const withId = all.filter((route) => route.path.includes(':') && !isPublic(route))
const lists = all.filter((route) => route.method === 'GET' && !route.path.includes(':') && !isPublic(route))
const closed = all.filter((route) => !isPublic(route))

describe('the routes of /api/v1', () => {
  it.each(closed.map((route) => [named(route), route] as const))('%s answers 401 to nobody', async (_, route) => {
    const { status } = await send(world.ours.payload, route.method, `/api/v1${filled(route.path)}`, bodyFor(route))
    expect(status).toBe(401)
  })

  it.each(lists.map((route) => [named(route), route] as const))('%s shows nothing of the other tree and never fails', async (_, route) => {
    for (const subject of world.subjects) {
      const { status, body } = await send(world.ours.payload, 'GET', `/api/v1${route.path}`, { token: subject.token })
      expect([subject.name, status < 500]).toEqual([subject.name, true])
      expect(JSON.stringify(body)).not.toContain(CANARY)
    }
  })

  it.each(withId.map((route) => [named(route), route] as const))('%s treats the other tree’s rows like rows that do not exist', async (_, route) => {
    const foreign = await foreignId(route.path)
    for (const subject of world.subjects) {
      for (const id of [foreign, '00000000-0000-7000-8000-000000000000']) {
        const { status, body } = await send(world.ours.payload, route.method, `/api/v1${filled(route.path, id)}`, { token: subject.token, ...bodyFor(route) })
        expect([subject.name, status, status >= 400 && status < 500]).toEqual([subject.name, status, true])
        expect(JSON.stringify(body)).not.toContain(CANARY)
      }
    }
  })

  it.each(withId.map((route) => [named(route), route] as const))('%s answers a broken id with one sentence', async (_, route) => {
    const [subject] = world.subjects
    const { status, body } = await send<{ error?: { message: string } }>(world.ours.payload, route.method, `/api/v1${filled(route.path, 'not-an-id')}`, { token: subject?.token ?? '', ...bodyFor(route) })
    expect([status, status >= 400 && status < 500]).toEqual([status, true])
    expect(body.error?.message).toMatch(/[.!?]$/)
  })
})

function isPublic(route: Route): boolean {
  return route.kind === 'raw' && route.isPublic
}

function filled(path: string, id = '00000000-0000-7000-8000-000000000000'): string {
  return path.replace(/:\w+/g, id)
}

function bodyFor(route: Route): { body?: object } {
  return route.method === 'POST' || route.method === 'PATCH' ? { body: {} } : {}
}

const TABLES: Record<string, string> = { members: 'memberships', users: 'memberships', inventory: 'stock_levels', deliveries: 'notification_deliveries', mailbox: 'notification_deliveries', 'sales-orders': 'orders' }

// A row of the other tree of the kind the path names; one of its orders where the path names none.
async function foreignId(path: string): Promise<string> {
  const noun = path.split('/')[1] ?? 'orders'
  const table = TABLES[noun] ?? noun.replaceAll('-', '_')
  const [known] = await ownerQuery<{ n: number }>(`select count(*)::int as n from information_schema.columns where table_name = $1 and column_name = 'tree_id'`, [table])
  const [row] = await ownerQuery<{ id: string }>(`select id::text from "${known?.n ? table : 'orders'}" where tree_id = $1 order by id desc limit 1`, [world.theirs.hq.id])
  const [order] = row ? [row] : await ownerQuery<{ id: string }>('select id::text from orders where tree_id = $1 limit 1', [world.theirs.hq.id])
  return order?.id ?? ''
}
