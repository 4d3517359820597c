import { z } from 'zod'
import { listAudit, timelineOf } from '@/domain/core'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { listRoute, queryRoute, type Route } from '@/platform/http/route'

const tag = 'audit'

/** Collections whose rows have a timeline. */
const TIMELINES = [
  ...[
    'orders',
    'shipments',
    'invoices',
    'payments',
    'carts',
    'dealers',
    'suppliers',
    'organizations',
    'memberships',
    'roles',
  ],
  ...[
    'products',
    'variants',
    'categories',
    'brands',
    'price-lists',
    'prices',
    'warehouses',
    'tax-rates',
    'addresses',
    'branches',
  ],
]

const AuditQuery = z.strictObject({
  operation: z.string().max(80).optional(),
  subjectType: z.string().max(40).optional(),
  subject: z.string().max(64).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  cursor: z.coerce.number().int().positive().optional(),
  limit: PageQuery.limit,
})

/** Who did what: the history of one row for everybody who sees it, the whole log for those who may. */
export const auditRoutes: Route[] = [
  queryRoute({
    ...{
      method: 'GET',
      path: '/timeline/:type/:id',
      tag,
      summary: 'What happened to a row, newest first',
      permission: null,
      query: NoQuery,
    },
    answer: ({ reader, params: { type = '', id } }) => {
      if (!TIMELINES.includes(type)) refuse('NOT_FOUND', { noun: `A timeline of ${type}` })
      return timelineOf(reader, type, idOf(id, 'The row'))
    },
  }),
  ...['/audit-log', '/admin/security/audit-logs'].map((path) =>
    listRoute({
      ...{
        method: 'GET',
        path,
        tag,
        summary: 'The audit log of the organizations one oversees',
        permission: 'audit.read',
        query: AuditQuery,
      },
      page: async ({ reader, query }) => ({ ...(await listAudit(reader, query)), limit: query.limit }),
    }),
  ),
]
