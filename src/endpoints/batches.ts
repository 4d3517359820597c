import { batchDefinitions } from '@/domain/batches'
import { batchPage } from '@/domain/core'
import { core } from '@/domain/registry'
import { idOf, NoQuery } from '@/endpoints/params'
import { holds } from '@/platform/access/principal'
import { operationRoute, queryRoute, type Route } from '@/platform/http/route'

const tag = 'batches'

/** One deed for many rows, with the result of each. */
export const batchRoutes: Route[] = [
  queryRoute({
    ...{ method: 'GET', path: '/batches/deeds', tag, summary: 'What one may do to many rows, by list', permission: null, query: NoQuery },
    answer: ({ principal }) =>
      Promise.resolve(batchDefinitions.filter(({ needs }) => holds(principal, needs)).map(({ collection, verb, label, asks, isDangerous = false }) => ({ collection, verb, label, asks, isDangerous }))),
  }),
  operationRoute({ method: 'POST', path: '/batches', tag, status: 202, operation: core.requestBatch }),
  queryRoute({
    ...{ method: 'GET', path: '/batches/:id', tag, summary: 'One of the own batches with the result of each row', permission: null, query: NoQuery },
    answer: ({ reader, params }) => batchPage(reader, idOf(params['id'], 'The batch')),
  }),
]
