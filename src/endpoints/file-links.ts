import type { Payload } from 'payload'
import { z } from 'zod'
import { fileFor, type FileView } from '@/domain/content'
import { idOf } from '@/endpoints/params'
import { refuse } from '@/kernel/errors'
import { loadPrincipal } from '@/platform/access/load-principal'
import { principalOf, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { addressOfStored, readStored } from '@/platform/files'
import { countedOnce } from '@/platform/http/counted'
import { dispositionOf, download } from '@/platform/http/download'
import { failed, succeeded } from '@/platform/http/envelope'
import { fileAddress, LINK_SECONDS, linkOf, type FileLink } from '@/platform/http/file-link'
import { parseInput } from '@/platform/http/parse-input'
import { requestFacts } from '@/platform/http/request-facts'
import { rawRoute, type Route } from '@/platform/http/route'
import { readerFor } from '@/platform/reader'
import { withStanding } from '@/platform/limits/standing'

const Query = z.strictObject({ disposition: z.enum(['inline', 'attachment']).default('attachment') })

/** Links to files that work without the session, for viewers and for programs that save files. */
export const fileLinkRoutes: Route[] = [
  rawRoute({
    method: 'GET',
    path: '/files/:id/link',
    tag: 'files',
    summary: 'A link to a file that works for five minutes; access is checked again when it is used',
    isPublic: false,
    respond: async (req, params) => {
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      if (principal.kind !== 'person') refuse('PERSON_NEEDED', {})
      const query = await parseInput(Query, Object.fromEntries(new URL(req.url ?? 'http://localhost').searchParams))
      const file = await fileFor(readerFor(req.payload, principal), idOf(params['id'], 'The file'))
      const expires = Math.floor(Date.now() / 1_000) + LINK_SECONDS
      const link: FileLink = {
        file: file.id,
        user: principal.id,
        organization: file.organization,
        inline: query.disposition === 'inline',
        expires,
      }
      return succeeded(
        { url: fileAddress(link), expiresAt: new Date(expires * 1_000).toISOString() },
        requestFacts(req).requestId,
      )
    },
  }),
]

/**
 * Answers a link: its person must still be active and may still open the file, which must still belong where it did.
 * TOKEN_INVALID for a link that was changed or is too old; a bucket gives the bytes itself, for a minute.
 */
export async function redeemLink(request: Request, id: string, payload: Payload): Promise<Response> {
  try {
    const link = linkOf(id, new URL(request.url).searchParams, Date.now()) ?? refuse('TOKEN_INVALID', {})
    await countedOnce(request, { kind: 'person', id: link.user }, '/f')
    const principal = (await loadPrincipal(poolOf(payload), link.user, null)) ?? refuse('TOKEN_INVALID', {})
    return withStanding(await serve(await opened(payload, principal, link), link), request)
  } catch (error) {
    return withStanding(failed(error, requestFacts(request).requestId), request)
  }
}

async function opened(payload: Payload, principal: Principal, link: FileLink): Promise<FileView> {
  const file = await fileFor(readerFor(payload, principal), idOf(link.file, 'The file'))
  return file.organization === link.organization ? file : refuse('NOT_FOUND', { noun: 'The file' })
}

async function serve(file: FileView, { inline }: FileLink): Promise<Response> {
  const shown = { name: file.name, mime: file.mime, inline }
  const address = await addressOfStored(file.storageKey, { disposition: dispositionOf(shown), mime: file.mime })
  if (address)
    return new Response(null, {
      status: 302,
      headers: { Location: address, 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' },
    })
  const content = await readStored(file.storageKey, file.sha256)
  return content ? download(content, shown) : refuse('NOT_FOUND', { noun: 'The file' })
}
