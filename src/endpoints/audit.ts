import { z } from 'zod'
import { auditEntry, listAnchors, listAudit, listPrunings, requestAuditExport, timelineOf } from '@/domain/core'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { listRoute, operationRoute, queryRoute, type Page, type Route } from '@/platform/http/route'
import type { Reader } from '@/platform/reader'

const tag = 'audit'

/** Collections whose rows have a timeline. */
const TIMELINES = [
  ...['orders', 'shipments', 'invoices', 'payments', 'carts', 'dealers', 'suppliers', 'organizations', 'memberships', 'roles'],
  ...['products', 'variants', 'categories', 'brands', 'price-lists', 'prices', 'warehouses', 'tax-rates', 'addresses', 'branches'],
  ...['security-events', 'api-keys'],
]

const Narrowed = {
  operation: z.string().max(80).optional(),
  action: z.string().max(40).optional(),
  outcome: z.enum(['success', 'failure', 'pending']).optional(),
  organization: z.uuid().optional(),
  q: z.string().trim().min(2).max(120).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  cursor: z.coerce.number().int().positive().optional(),
  limit: PageQuery.limit,
}
const AuditQuery = z.strictObject({
  ...Narrowed,
  actor: z.uuid().optional(),
  subjectType: z.string().max(40).optional(),
  subject: z.string().max(64).optional(),
})

const common = { method: 'GET' as const, tag, permission: 'audit.read' }

/** Who did what: the history of one row for everybody who sees it, the whole log for those who may. */
export const auditRoutes: Route[] = [
  queryRoute({
    ...{ method: 'GET', path: '/timeline/:type/:id', tag, summary: 'What happened to a row, newest first', permission: null, query: NoQuery },
    answer: ({ reader, params: { type = '', id } }) => {
      if (!TIMELINES.includes(type)) refuse('NOT_FOUND', { noun: `A timeline of ${type}` })
      return timelineOf(reader, type, idOf(id, 'The row'))
    },
  }),
  ...['/audit', '/audit-log', '/activity', '/admin/security/audit-logs'].map((path) =>
    listRoute({
      ...{ ...common, path, summary: 'The audit log of the organizations one oversees', query: AuditQuery },
      page: async ({ reader, query }) => ({ ...(await listAudit(reader, query)), limit: query.limit }),
    }),
  ),
  listRoute({
    ...{ ...common, path: '/activity/user/:id', summary: 'What a person did', query: z.strictObject(Narrowed) },
    page: ({ reader, query, params: { id } }) => historyOf(reader, { ...query, actor: idOf(id, 'The person') }, 'Activity of the person'),
  }),
  listRoute({
    ...{ ...common, path: '/activity/entity/:type/:id', summary: 'What was done to a row', query: z.strictObject(Narrowed) },
    page: ({ reader, query, params: { type = '', id } }) => historyOf(reader, { ...query, subjectType: type, subject: idOf(id, 'The row') }, 'Activity of the row'),
  }),
  queryRoute({
    ...{ ...common, path: '/audit/anchors', summary: 'The signed last hash of each day', query: NoQuery },
    answer: ({ reader }) => listAnchors(reader),
  }),
  queryRoute({
    ...{ ...common, path: '/audit/prunings', summary: 'What was removed after its time: how much, up to which entry', query: NoQuery },
    answer: ({ reader }) => listPrunings(reader),
  }),
  queryRoute({
    ...{ ...common, path: '/audit/:id', summary: 'One entry of the audit log', query: NoQuery },
    answer: ({ reader, params: { id } }) => auditEntry(reader, idOf(id, 'The entry')),
  }),
  operationRoute({ method: 'POST', path: '/audit/exports', tag, status: 202, operation: requestAuditExport }),
]

// Of whom or what nothing is known to the reader may be foreign or not exist at all: both are told in the same words.
async function historyOf(reader: Reader, wish: Parameters<typeof listAudit>[1], noun: string): Promise<Page<unknown>> {
  const page = await listAudit(reader, wish)
  if (page.rows.length === 0 && wish.cursor === undefined) refuse('NOT_FOUND', { noun })
  return { ...page, limit: wish.limit }
}
