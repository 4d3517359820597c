import { z } from 'zod'
import {
  createNotification,
  dismissNotification,
  listNotifications,
  markRead,
  preferencesOf,
  readAll,
  unreadCount,
} from '@/domain/core'
import { core } from '@/domain/registry'
import { NoQuery, PageQuery } from '@/endpoints/params'
import { listRoute, operationRoute, queryRoute, type Route } from '@/platform/http/route'

const tag = 'notifications'
const ListQuery = z.strictObject({ ...PageQuery, unread: z.stringbool().optional() })

/** The own notifications and what one wants to be told. Several words of the requirement documents name the same routes. */
export const notificationRoutes: Route[] = [
  listRoute({
    ...{
      method: 'GET',
      path: '/notifications',
      tag,
      summary: 'The own notifications, newest first',
      permission: null,
      query: ListQuery,
    },
    page: async ({ reader, query }) => ({ ...(await listNotifications(reader, query)), limit: query.limit }),
  }),
  operationRoute({ method: 'POST', path: '/notifications', tag, status: 201, operation: createNotification }),
  queryRoute({
    ...{
      method: 'GET',
      path: '/notifications/unread-count',
      tag,
      summary: 'How many of the own notifications are unread, up to 100',
    },
    ...{ permission: null, query: NoQuery, answer: ({ reader }) => unreadCount(reader) },
  }),
  ...['/notifications/preferences', '/notifications/settings'].flatMap((path): Route[] => [
    queryRoute({
      ...{
        method: 'GET',
        path,
        tag,
        summary: 'Which notifications one can get, and which are switched on',
        permission: null,
        query: NoQuery,
      },
      answer: ({ reader }) => preferencesOf(reader, core.notifications),
    }),
    operationRoute({ method: 'PATCH', path, tag, operation: core.setPreferences }),
  ]),
  operationRoute({ method: 'POST', path: '/notifications/read-all', tag, operation: readAll }),
  operationRoute({ method: 'PATCH', path: '/notifications/read-all', tag, operation: readAll }),
  operationRoute({ method: 'PATCH', path: '/notifications/mark-all-read', tag, operation: readAll }),
  operationRoute({
    method: 'PATCH',
    path: '/notifications/:id/read',
    tag,
    operation: markRead,
    input: ({ params }) => params,
  }),
  operationRoute({
    method: 'POST',
    path: '/notifications/:id/mark-read',
    tag,
    operation: markRead,
    input: ({ params }) => params,
  }),
  operationRoute({
    method: 'DELETE',
    path: '/notifications/:id',
    tag,
    operation: dismissNotification,
    input: ({ params }) => params,
  }),
]
