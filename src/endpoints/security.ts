import { z } from 'zod'
import { acknowledgeSecurityEvent, countOpenEvents, listSecurityEvents, listThreats, resolveSecurityEvent, securityEvent } from '@/domain/core'
import { erasePerson } from '@/domain/identity'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { listRoute, operationRoute, queryRoute, type Route } from '@/platform/http/route'

const tag = 'security'
const common = { method: 'GET' as const, tag, permission: 'security.read' }
const event = '/admin/security/events/:id'

const EventsQuery = z.strictObject({
  status: z.enum(['open', 'acknowledged', 'resolved', 'waiting']).optional(),
  severity: z.enum(['low', 'medium', 'high', 'critical']).optional(),
  kind: z.string().max(40).optional(),
  person: z.uuid().optional(),
  address: z.string().max(45).optional(),
  cursor: z.uuid().optional(),
  limit: PageQuery.limit,
})

/** Security events and threats, and what HQ says about them. */
export const securityRoutes: Route[] = [
  listRoute({
    ...{ ...common, path: '/admin/security/events', summary: 'Security events, newest first', query: EventsQuery },
    page: async ({ reader, query }) => ({ ...(await listSecurityEvents(reader, query)), limit: query.limit }),
  }),
  queryRoute({
    ...{ ...common, path: '/admin/security/events/counts', summary: 'How many security events wait, by severity', query: NoQuery },
    answer: ({ reader }) => countOpenEvents(reader),
  }),
  queryRoute({
    ...{ ...common, path: event, summary: 'One security event', query: NoQuery },
    answer: ({ reader, params: { id } }) => securityEvent(reader, idOf(id, 'The security event')),
  }),
  queryRoute({
    ...{ ...common, path: '/admin/security/threats', summary: 'Unresolved events by actor, address and kind', query: NoQuery },
    answer: ({ reader }) => listThreats(reader),
  }),
  operationRoute({ method: 'POST', path: '/users/:id/erase', tag: 'people', operation: erasePerson }),
  operationRoute({ method: 'POST', path: `${event}/acknowledge`, tag, operation: acknowledgeSecurityEvent }),
  ...(['PATCH', 'POST'] as const).map((method) => operationRoute({ method, path: `${event}/resolve`, tag, operation: resolveSecurityEvent })),
]
