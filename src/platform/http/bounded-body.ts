import { DomainError } from '@/kernel/errors'

const MAX_BYTES = 1_000_000
const MAX_UPLOAD_BYTES = 25_000_000

/** Whether a request brings files along. */
export function isUpload(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').startsWith('multipart/')
}

/** How many bytes a request brings, at most 25 MB with files and 1 MB without; TOO_LARGE before they are read. */
export function announcedBytes(request: Request): number {
  const limit = limitOf(request)
  const announced = request.headers.get('content-length')
  if (announced === null) return request.body ? limit : 0
  if (!(Number(announced) <= limit)) throw tooLarge(limit)
  return Number(announced)
}

/**
 * The same request with a body that cannot grow past its limit. Whoever announces a length is held to it by the
 * protocol; a body that comes in pieces is counted while it is read.
 */
export function bounded(request: Request): Request {
  if (!request.body || request.headers.has('content-length')) return request
  const limit = limitOf(request)
  let bytes = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, out) {
      bytes += piece.byteLength
      if (bytes > limit) out.error(tooLarge(limit))
      else out.enqueue(piece)
    },
  })
  return withBody(request, request.body.pipeThrough(counter))
}

/** The same request with another body. */
export function withBody(request: Request, body: string | ReadableStream<Uint8Array>): Request {
  const { method, signal } = request
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  const init: RequestInit & { duplex: 'half' } = { method, headers, body, signal, duplex: 'half' }
  return new Request(request.url, init)
}

function limitOf(request: Request): number {
  return isUpload(request) ? MAX_UPLOAD_BYTES : MAX_BYTES
}

function tooLarge(limit: number): DomainError {
  return new DomainError('TOO_LARGE', { limit: `${limit / 1_000_000} MB` })
}
