import { fileFor } from '@/domain/content'
import { exportPage, listExports } from '@/domain/core'
import { exportDefinitions } from '@/domain/exports'
import { core } from '@/domain/registry'
import { z } from 'zod'
import { idOf, NoQuery, PageQuery } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { principalOf } from '@/platform/access/principal'
import { isEmptyScope } from '@/platform/access/scope'
import { readStored } from '@/platform/files'
import { download } from '@/platform/http/download'
import { listRoute, operationRoute, queryRoute, rawRoute, type Route } from '@/platform/http/route'
import { readerFor } from '@/platform/reader'

const tag = 'exports'
const noun = 'The export'

/** Files made of lists: asked for, followed while they are written, downloaded by the person who asked. */
export const exportRoutes: Route[] = [
  queryRoute({
    ...{
      method: 'GET',
      path: '/exports/lists',
      tag,
      summary: 'The lists one can export',
      permission: 'export.create',
      query: NoQuery,
    },
    answer: ({ reader }) =>
      Promise.resolve(
        exportDefinitions
          .filter(({ collection }) => !isEmptyScope(reader.reach(collection)))
          .map(({ collection, label, columns, filters }) => ({
            collection,
            label,
            columns: columns.map((one) => one.head),
            filters: Object.keys(filters),
          })),
      ),
  }),
  listRoute({
    ...{
      method: 'GET',
      path: '/exports',
      tag,
      summary: 'The own exports, newest first',
      permission: 'export.create',
      query: z.strictObject(PageQuery),
    },
    page: async ({ reader, query }) => ({ ...(await listExports(reader, query)), limit: query.limit }),
  }),
  operationRoute({ method: 'POST', path: '/exports', tag, status: 202, operation: core.requestExport }),
  ...['/exports/:id', '/reports/exports/:id'].map((path) =>
    queryRoute({
      ...{
        method: 'GET',
        path,
        tag,
        summary: 'One of the own exports with its progress',
        permission: 'export.create',
        query: NoQuery,
      },
      answer: ({ reader, params }) => exportPage(reader, idOf(params['id'], noun)),
    }),
  ),
  rawRoute({
    ...{
      method: 'GET',
      path: '/exports/:id/download',
      tag,
      summary: 'The file of one of the own exports',
      isPublic: false,
    },
    respond: async (req, params) => {
      const reader = readerFor(req.payload, principalOf(req.user) ?? refuse('UNAUTHENTICATED', {}))
      const { file: id } = await exportPage(reader, idOf(params['id'], noun))
      const file = await fileFor(reader, id ?? refuse('NOT_FOUND', { noun: 'The file' }))
      const content = await readStored(file.storageKey, file.sha256)
      return content ? download(content, file) : refuse('NOT_FOUND', { noun: 'The file' })
    },
  }),
]
