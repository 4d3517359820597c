import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'

/** What a signature covers beside the time: Payload's strategies see the headers of a request only. */
export interface RequestShape {
  method: string
  /** Path with its query string, as it was asked for. */
  target: string
  /** SHA-256 of the body in hex; of nothing for a request without one. */
  bodyHash: string
  /** The signature that was accepted for this very request: asking twice within it is no replay. */
  accepted?: string
}

const shapes = new AsyncLocalStorage<RequestShape>()

/** Runs one request and remembers its shape when it carries a signature. */
export async function withShape<T>(request: Request, work: () => Promise<T>): Promise<T> {
  if (!request.headers.has('x-tf-signature')) return work()
  const { pathname, search } = new URL(request.url)
  const body = Buffer.from(await request.clone().arrayBuffer())
  const bodyHash = createHash('sha256').update(body).digest('hex')
  return shapes.run({ method: request.method, target: `${pathname}${search}`, bodyHash }, work)
}

/** The shape of the request under way; undefined when it is not signed. */
export function currentShape(): RequestShape | undefined {
  return shapes.getStore()
}
