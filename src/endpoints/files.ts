import { fileFor } from '@/domain/content'
import { fileLinkRoutes } from '@/endpoints/file-links'
import { idOf } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { principalOf } from '@/platform/access/principal'
import { readStored } from '@/platform/files'
import { download } from '@/platform/http/download'
import { rawRoute, type Route } from '@/platform/http/route'
import { readerFor } from '@/platform/reader'

/** Private files. */
export const fileRoutes: Route[] = [
  ...fileLinkRoutes,
  rawRoute({
    method: 'GET',
    path: '/files/:id',
    tag: 'files',
    summary: 'The bytes of a file one may open',
    isPublic: false,
    respond: async (req, params) => {
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      const file = await fileFor(readerFor(req.payload, principal), idOf(params['id'], 'The file'))
      const content = await readStored(file.storageKey, file.sha256)
      return content ? download(content, file) : refuse('NOT_FOUND', { noun: 'The file' })
    },
  }),
]
