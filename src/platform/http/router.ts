import type { Endpoint, PayloadRequest } from 'payload'
import { refuse } from '@/kernel/errors'
import { chosenOrganization } from '@/platform/access/chosen'
import { holds, principalOf, type Principal } from '@/platform/access/principal'
import { nameRoute } from '@/platform/health/traffic'
import { failed, listed, succeeded } from '@/platform/http/envelope'
import { parseInput } from '@/platform/http/parse-input'
import { readBody } from '@/platform/http/read-body'
import { requestFacts } from '@/platform/http/request-facts'
import type { Method, OperationRoute, Route, RouteCall } from '@/platform/http/route'
import { countedOnce } from '@/platform/http/counted'
import { senderOf } from '@/platform/http/sender'
import { matchRoute, type RouteTable } from '@/platform/http/route-table'
import { justFull, withStanding } from '@/platform/limits/standing'
import { performDetailed } from '@/platform/perform'
import { noteRefusal } from '@/platform/recorder/attempts'
import { noteSignal } from '@/platform/recorder/note-signal'
import { readerFor } from '@/platform/reader'

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const

/**
 * `/api/v1` as one wildcard endpoint per method: Payload authenticates and our table routes. Payload matches its own
 * list one by one, and hundreds of entries would more than halve the empty request (decisions §3).
 */
export function routerEndpoints(table: RouteTable): Endpoint[] {
  return METHODS.map((method) => ({ path: '/v1/:path*', method, handler: (req) => handle(table, req) }))
}

async function handle(table: RouteTable, req: PayloadRequest): Promise<Response> {
  const facts = requestFacts(req)
  try {
    const url = new URL(req.url ?? 'http://localhost')
    const path = decodeURI(url.pathname.replace(/^.*?\/api\/v1/, '')).replace(/\/+$/, '') || '/'
    // PUT and PATCH mean the same (blueprint §6).
    const method = (req.method === 'PUT' ? 'PATCH' : req.method) as Method
    await countedOnce(req, senderOf(req), `/v1${path}`)
    const { route, params } = matchRoute(table, method, path)
    nameRoute(`${method} /api/v1${route.path}`)
    return withStanding(await answer(route, params, url, req).catch((error: unknown) => noted(req, route, params, error)), req)
  } catch (error) {
    noteFull(req)
    return withStanding(failed(error, facts.requestId, req), req)
  }
}

function noteFull(req: PayloadRequest): void {
  const full = justFull(req)
  if (full) noteSignal(req.payload, 'rate-limit', { principal: principalOf(req.user), request: requestFacts(req), facts: { limit: full.name } })
}

function noted(req: PayloadRequest, { method, path }: Route, params: Record<string, string>, error: unknown): never {
  const attempt = { operation: `${method} ${path}`, principal: principalOf(req.user), facts: requestFacts(req), organization: chosenOrganization(req.headers) }
  noteRefusal(req.payload, method, { ...attempt, subject: params['id'] }, error)
  throw error
}

async function answer(route: Route, params: Record<string, string>, url: URL, req: PayloadRequest): Promise<Response> {
  const facts = requestFacts(req)
  if (route.kind === 'raw') {
    if (!route.isPublic) signedIn(req)
    return route.respond(req, params, route.body ? await parseInput(route.body, await readBody(req)) : undefined)
  }
  const principal = signedIn(req)
  if (route.kind === 'operation') return performRoute(route, params, url, req, principal)
  if (route.permission !== null && !holds(principal, route.permission)) refuse('PERMISSION_REFUSED', { permission: route.permission })
  const query = await parseInput(route.query, Object.fromEntries(url.searchParams))
  const call: RouteCall = {
    reader: readerFor(req.payload, principal),
    principal,
    params,
    query,
    organization: chosenOrganization(req.headers),
    req,
  }
  if (route.kind === 'list') return listed(await route.page(call), facts.requestId)
  return succeeded(await route.answer(call), facts.requestId, route.status ?? 200)
}

async function performRoute(route: OperationRoute, params: Record<string, string>, url: URL, req: PayloadRequest, principal: Principal): Promise<Response> {
  const facts = requestFacts(req)
  const body = route.method === 'DELETE' || route.method === 'GET' ? {} : await readBody(req)
  const parts = { params, body, query: Object.fromEntries(url.searchParams) }
  const input = route.input ? route.input(parts) : { ...body, ...params }
  const { result, isReplay } = await performDetailed(route.operation, input, {
    payload: req.payload,
    principal,
    facts,
    organization: chosenOrganization(req.headers),
    idempotencyKey: idempotencyKey(req),
  })
  const response = succeeded(result, facts.requestId, route.status ?? 200)
  if (isReplay) response.headers.set('Idempotency-Replayed', 'true')
  return response
}

function signedIn(req: PayloadRequest): Principal {
  return principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
}

function idempotencyKey(req: PayloadRequest): string | null {
  const key = req.headers.get('idempotency-key')
  if (key === null) return null
  if (!/^[\w.:-]{1,120}$/.test(key)) refuse('INPUT_INVALID', { reason: 'Idempotency-Key is 1 to 120 letters, digits, . : _ or -.' })
  return key
}
