import { randomUUID } from 'node:crypto'
import { failed } from '@/platform/http/envelope'
import { DomainError } from '@/kernel/errors'
import { withKnownSender } from '@/platform/access/identity-fault'

type Handler<A extends unknown[]> = (request: Request, ...args: A) => Promise<Response>

const MAX_JSON_BYTES = 1_000_000
const MAX_UPLOAD_BYTES = 25_000_000

/**
 * Stands in front of Payload's own handlers (PF10): refuses bodies that are too large, broken JSON and the method
 * override, and turns whatever is thrown outside Payload's error handling into an answer.
 */
export function guarded<A extends unknown[]>(handler: Handler<A>): Handler<A> {
  return async (request, ...args) => {
    const requestId = randomUUID()
    try {
      mustBeSmall(request)
      if (request.headers.has('x-http-method-override') && !isFormGet(request)) {
        throw new DomainError('INPUT_INVALID', { reason: 'X-HTTP-Method-Override is only for long queries sent as a form.' })
      }
      return await withKnownSender(() => handler(request, ...args))
    } catch (error) {
      return failed(error, requestId)
    }
  }
}

function mustBeSmall(request: Request): void {
  const bytes = Number(request.headers.get('content-length') ?? '0')
  const isUpload = (request.headers.get('content-type') ?? '').startsWith('multipart/')
  const limit = isUpload ? MAX_UPLOAD_BYTES : MAX_JSON_BYTES
  if (bytes > limit) throw new DomainError('TOO_LARGE', { limit: `${limit / 1_000_000} MB` })
}

// The admin sends long filters as a form with this header; with a JSON body it throws outside the error handler.
function isFormGet(request: Request): boolean {
  const type = request.headers.get('content-type') ?? ''
  return request.headers.get('x-http-method-override') === 'GET' && type.startsWith('application/x-www-form-urlencoded')
}
