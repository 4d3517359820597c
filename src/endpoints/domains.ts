import { z } from 'zod'
import { addDomain, checkDomain, domainsOf, lookOf, removeDomain, settleDomain } from '@/domain/network'
import { idOf } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { loadOrganization } from '@/platform/access/load-principal'
import { installationPrincipal, principalOf, systemPrincipal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { portalHost } from '@/platform/domains/portal-hosts'
import { proveHost } from '@/platform/domains/prove-host'
import { readMedia } from '@/platform/files'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { operationRoute, queryRoute, rawRoute, type Route } from '@/platform/http/route'
import { perform } from '@/platform/perform'
import { readerFor } from '@/platform/reader'

const tag = 'settings'

/** Portal domains of an organization and how they are proven. */
export const domainRoutes: Route[] = [
  queryRoute({
    ...{ method: 'GET', path: '/domains', tag, summary: 'Portal domains of an organization', permission: 'domain.read' },
    query: z.strictObject({ organization: z.uuid().optional() }),
    answer: ({ reader, query, principal }) => {
      const organization = query.organization ?? principal.memberships[0]?.organization.id
      return organization ? domainsOf(reader, organization) : refuse('NOT_FOUND', { noun: 'The organization' })
    },
  }),
  operationRoute({ method: 'POST', path: '/domains', tag, status: 201, operation: addDomain }),
  operationRoute({ method: 'DELETE', path: '/domains/:id', tag, operation: removeDomain }),
  rawRoute({
    ...{ method: 'POST', path: '/domains/:id/verify', tag, summary: 'Look now whether a portal domain is proven', isPublic: false },
    respond: async (req, params) => {
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      const facts = requestFacts(req)
      const caller = { payload: req.payload, facts }
      const { id, organization, ...domain } = await perform(checkDomain, { id: idOf(params['id'], 'The domain') }, { ...caller, principal })
      // Between the two operations, because nothing is asked of the network while a transaction is open.
      const found = await proveHost({ ...domain, ...domain.proof })
      const owner = (await loadOrganization(poolOf(req.payload), organization)) ?? refuse('NOT_FOUND', { noun: 'The domain' })
      const outcome = { id, method: found.method, problem: found.method === null ? found.problem : null }
      return succeeded(await perform(settleDomain, outcome, { ...caller, principal: systemPrincipal(owner, principal.name) }), facts.requestId)
    },
  }),
  rawRoute({
    ...{ method: 'GET', path: '/portal/logo', tag, summary: 'The logo of the organization that proved this host', isPublic: true },
    respond: async (req) => {
      const organization = await portalHost(req.payload, req.headers.get('host'))
      const look = organization ? await lookOf(readerFor(req.payload, installationPrincipal()), organization) : null
      const picture = look?.logo ? await readMedia(look.logo) : null
      const type = TYPES[look?.logo?.split('.').at(-1) ?? '']
      if (!picture || !type) return refuse('NOT_FOUND', { noun: 'The logo' })
      const headers = { 'Content-Type': type, 'Cache-Control': 'public, max-age=300', 'X-Content-Type-Options': 'nosniff' }
      return new Response(new Uint8Array(picture), { headers })
    },
  }),
]

const TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif', avif: 'image/avif' }
