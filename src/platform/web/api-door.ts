import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import { log } from '@/platform/log'
import { sendAnswer } from '@/platform/web/answer'
import { apiHandler, type ApiHandler } from '@/platform/web/api-handlers'
import { requestOf } from '@/platform/web/request'

const PREFIX = '/api/v1/'
// Answers are made anew each time: the quickest packing, a tenth larger than the usual one for half its time.
const compress = compression({ level: 1, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } } })

/**
 * Answers a request for `/api/v1` without Next, whose routing and rendering cost more than an order list itself
 * (docs/decisions/0017). False for whatever is Next's: pages, files, other methods, addresses that are not written
 * plainly (Next redirects or refuses those), and everything before the route was loaded once.
 */
export function answeredByApi(req: IncomingMessage, res: ServerResponse, port: number): boolean {
  const slug = slugOf(req.url ?? '')
  const handler = slug && apiHandler(req.method)
  if (!handler) return false
  const go = () => void answer({ req, res, port, slug, handler })
  if (req.headers['accept-encoding'] === undefined) go()
  // The package knows the request and the answer of express, which are node's with more on them.
  else compress(req as Parameters<typeof compress>[0], res as Parameters<typeof compress>[1], go)
  return true
}

interface Call {
  req: IncomingMessage
  res: ServerResponse
  port: number
  slug: string[]
  handler: ApiHandler
}

async function answer({ req, res, port, slug, handler }: Call): Promise<void> {
  try {
    const response = await handler(requestOf(req, res, port), { params: Promise.resolve({ slug }) })
    await sendAnswer(response, res)
  } catch (err) {
    // The handlers turn every fault into an answer; what arrives here broke while it was sent.
    log.error({ msg: 'an answer could not be sent', err, url: req.url })
    res.destroy()
  }
}

// The parts of a plain address behind `/api`; null for any other.
function slugOf(url: string): string[] | null {
  const [path = ''] = url.split('?', 1)
  if (!path.startsWith(PREFIX) || path.endsWith('/') || /\/\/|\\|\/\.\.?(\/|$)/.test(path)) return null
  try {
    return path.slice('/api/'.length).split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}
