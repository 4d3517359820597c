import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { inviteMember, listMembers } from '@/domain/identity'
import {
  activateDealer,
  countDealers,
  createDealer,
  dealerActions,
  dealerPage,
  listDealers,
  myOrganizations,
  organizationBySlug,
  searchDealers,
  reinstateDealer,
  suspendDealer,
  terminateDealer,
  updateDealer,
  updateOrganization,
} from '@/domain/network'
import { domainRoutes } from '@/endpoints/domains'
import { requestFacts } from '@/platform/http/request-facts'
import { succeeded } from '@/platform/http/envelope'
import { parseInput } from '@/platform/http/parse-input'
import { readBody } from '@/platform/http/read-body'
import { listRoute, operationRoute, queryRoute, rawRoute, type Route, type RouteCall } from '@/platform/http/route'
import { principalOf } from '@/platform/access/principal'
import { chosenOrganization } from '@/platform/access/chosen'
import { perform } from '@/platform/perform'
import { readerFor } from '@/platform/reader'

const Nothing = z.strictObject({})
const limit = z.coerce.number().int().min(1).max(100).default(25)

const DealersQuery = z.strictObject({
  q: z.string().max(120).optional(),
  status: z.enum(['pending', 'active', 'suspended', 'terminated']).optional(),
  tier: z.uuid().optional(),
  territory: z.uuid().optional(),
  branch: z.uuid().optional(),
  sort: z.enum(['name', 'code', '-created']).default('name'),
  cursor: z.string().max(400).optional(),
  limit,
  count: z.enum(['true', 'false']).default('true'),
})

/** Dealers as HQ keeps them, and the organizations people belong to. */
export const networkRoutes: Route[] = [
  listRoute({
    method: 'GET',
    path: '/dealers',
    tag: 'dealers',
    summary: 'Dealers, searched and filtered',
    permission: 'dealer.read',
    query: DealersQuery,
    page: async ({ reader, query: { count, ...wish } }) => {
      const page = await listDealers(reader, wish)
      if (count === 'false') return page
      const total = await countDealers(reader, wish)
      return { ...page, total, ...(total >= 10_000 ? { totalCapped: true } : {}) }
    },
  }),
  operationRoute({ method: 'POST', path: '/dealers', tag: 'dealers', status: 201, operation: createDealer }),
  dealerQuery('/dealers/:id', 'One dealer', (call, id) => dealerPage(call.reader, id)),
  dealerQuery('/dealers/:id/actions', 'What may be done with a dealer now', (call, id) => dealerActions(call.reader, id)),
  operationRoute({ method: 'PATCH', path: '/dealers/:id', tag: 'dealers', operation: updateDealer }),
  operationRoute({ method: 'POST', path: '/dealers/:id/activate', tag: 'dealers', operation: activateDealer }),
  operationRoute({ method: 'POST', path: '/dealers/:id/suspend', tag: 'dealers', operation: suspendDealer }),
  operationRoute({ method: 'POST', path: '/dealers/:id/reinstate', tag: 'dealers', operation: reinstateDealer }),
  operationRoute({ method: 'POST', path: '/dealers/:id/terminate', tag: 'dealers', operation: terminateDealer }),
  rawRoute({
    method: 'DELETE',
    path: '/dealers/:id',
    tag: 'dealers',
    summary: 'Dealers are never deleted; terminate them',
    isPublic: false,
    respond: async (req, params) => {
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      const { code, status } = await dealerPage(readerFor(req.payload, principal), idFrom(params))
      return refuse('STATE_REFUSED', { noun: 'Dealer', number: code, state: status, action: 'delete', from: 'nowhere; use terminate' })
    },
  }),
  listRoute({
    method: 'GET',
    path: '/dealers/:id/users',
    tag: 'dealers',
    summary: 'The people of a dealer',
    permission: 'dealer.read',
    query: z.strictObject({ q: z.string().max(120).optional(), cursor: z.uuid().optional(), limit }),
    page: async ({ reader, params, query }) => {
      const { party } = await dealerPage(reader, idFrom(params))
      const rows = await listMembers(reader, { ...query, organization: party, limit: query.limit + 1 })
      const page = rows.slice(0, query.limit)
      return { rows: page, limit: query.limit, nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null }
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/dealers/:id/invite',
    tag: 'dealers',
    summary: 'Invite a person into a dealer',
    isPublic: false,
    respond: async (req, params) => {
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      const { party } = await dealerPage(readerFor(req.payload, principal), idFrom(params))
      const body = await parseInput(inviteMember.input.omit({ organization: true }), await readBody(req))
      const caller = { payload: req.payload, principal, facts: requestFacts(req), organization: chosenOrganization(req.headers) }
      return succeeded(await perform(inviteMember, { ...body, organization: party }, caller), requestFacts(req).requestId, 201)
    },
  }),
  ...domainRoutes,
  operationRoute({ method: 'PATCH', path: '/organizations/:id', tag: 'organizations', operation: updateOrganization }),
  listRoute({
    method: 'GET',
    path: '/organizations/search',
    tag: 'organizations',
    summary: 'Dealers to look at, by name or code, for the switcher',
    permission: 'organization.read',
    query: z.strictObject({ q: z.string().max(120).default(''), slug: z.string().max(80).optional(), cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(50).default(12) }),
    page: ({ reader, query }) => searchDealers(reader, query),
  }),
  queryRoute({
    method: 'GET',
    path: '/organizations',
    tag: 'organizations',
    summary: 'The own organizations, for a switcher',
    permission: null,
    query: z.strictObject({ q: z.string().max(120).default('') }),
    answer: ({ reader, query }) => Promise.resolve(myOrganizations(reader, query.q)),
  }),
  queryRoute({
    method: 'GET',
    path: '/organizations/:slug',
    tag: 'organizations',
    summary: 'One of the own organizations with its branding',
    permission: null,
    query: Nothing,
    answer: ({ reader, params }) => organizationBySlug(reader, params['slug'] ?? ''),
  }),
]

function dealerQuery(path: string, summary: string, answer: (call: RouteCall, id: string) => Promise<unknown>): Route {
  return queryRoute({
    method: 'GET',
    path,
    tag: 'dealers',
    summary,
    permission: 'dealer.read',
    query: Nothing,
    answer: (call) => answer(call, idFrom(call.params)),
  })
}

/** A path parameter that must be an id; anything else is answered like a dealer that does not exist. */
function idFrom(params: Readonly<Record<string, string>>): string {
  return z.uuid().safeParse(params['id']).data ?? refuse('NOT_FOUND', { noun: 'The dealer' })
}
