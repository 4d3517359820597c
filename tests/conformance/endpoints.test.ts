import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Method } from '@/platform/http/route'
import type { RouteTable } from '@/platform/http/route-table'

const LIST = path.resolve('../shared/requirements/endpoints.tsv')
/** What the modules that stand owe of the requirement documents; the rest comes with its modules. */
const OWED = [
  /^\/(admin\/)?(users|roles|permissions)(\/|$)/,
  /^\/(cart|orders|products|categories|notifications)(\/|$)/,
  /^\/dealers(\/|$)/,
  /^\/(mobile\/)?auth(\/|$)/,
  /^\/(sessions|activity|settings)(\/|$)/,
  /^\/admin\/(security|settings)(\/|$)/,
]
/** Rows that answer differently on purpose (blueprint §6): a GET that would change something is 405. */
const REFUSED = new Set(['GET /notifications/:id/mark-read'])
/** Belong to later modules although their path begins like ours. */
const LATER = [/documents/, /\/auth\/mfa/, /\/dealers\/:id\/(scorecard|incentives|training|tickets|claims)/, /\/orders\/:id\/(approve|reject)/]
/** Routes of vehicles, quality inspections and the board of the whole system come with their modules. */
const LATER_CHANNELS = new Set(['tracking/:routeId', 'quality/alerts', 'admin/system-status'])

let table: RouteTable
let matchRoute: typeof import('@/platform/http/route-table').matchRoute

beforeAll(async () => {
  process.env['DATABASE_URL'] ??= 'postgres://nobody@127.0.0.1:1/none'
  process.env['PAYLOAD_SECRET'] ??= 'a secret of at least twenty-four characters'
  ;({ table } = await import('@/endpoints/table'))
  ;({ matchRoute } = await import('@/platform/http/route-table'))
})

interface Row {
  method: string
  path: string
}

function owed(): Row[] {
  const lines = readFileSync(LIST, 'utf8').trim().split('\n').slice(1)
  const rows = lines.map((line) => line.split('\t')).map(([method = '', full = '']) => ({ method, path: full.replace(/^\/api/, '') }))
  const isOurs = ({ path: one }: Row) => OWED.some((pattern) => pattern.test(one)) && !LATER.some((pattern) => pattern.test(one))
  return [...new Map(rows.filter(isOurs).map((row) => [`${row.method} ${row.path}`, row])).values()]
}

const asked = existsSync(LIST) ? it : it.skip

describe('the endpoints of the requirement documents', () => {
  // The list lies beside the project, not in it; without it there is nothing to compare with.
  asked('that the standing modules owe are all answered', () => {
    const missing = owed().filter(({ method, path: one }) => !isAnswered(method, one))
    expect(missing.map(({ method, path: one }) => `${method} ${one}`)).toEqual([])
  })

  asked('the channels whose data exist are there, by the names they have in the list', async () => {
    const { CHANNELS } = await import('@/endpoints/stream')
    const lines = readFileSync(LIST, 'utf8').trim().split('\n')
    const wanted = lines.flatMap((line) => /^WS\t\/ws\/(\S+)/.exec(line)?.[1] ?? []).filter((one) => !LATER_CHANNELS.has(one))
    expect(wanted.map((one) => one.replace(/\/:\w+$/, '')).filter((one) => !CHANNELS.some(({ name }) => name === one))).toEqual([])
  })

  it('are matched with static paths before parameters', () => {
    expect(matchRoute(table, 'GET', '/products/search').route.path).toBe('/products/search')
    expect(() => matchRoute(table, 'GET', '/no-such-thing')).toThrow('was not found')
  })
})

function isAnswered(method: string, one: string): boolean {
  const concrete = one.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000')
  const wanted = (method === 'PUT' ? 'PATCH' : method) as Method
  try {
    matchRoute(table, wanted, concrete)
    return !REFUSED.has(`${method} ${one}`)
  } catch (error) {
    return (error as { code?: string }).code === 'METHOD_NOT_ALLOWED' && REFUSED.has(`${method} ${one}`)
  }
}
