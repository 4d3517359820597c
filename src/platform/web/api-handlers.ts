import { perProcess } from '@/platform/per-process'

/** What answers one method of `/api/*`, as Next calls it. */
export type ApiHandler = (request: Request, context: { params: Promise<{ slug: string[] }> }) => Promise<Response>

/** The methods `/api/v1` knows. */
export type ApiMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

type Handlers = Record<ApiMethod, ApiHandler>

const offered = perProcess<{ handlers: Handlers | null }>('api-handlers', () => ({ handlers: null }))

/** Called by the route of `/api/*` once it is loaded: from then on the web program may call its handlers without Next. */
export function offerApi(handlers: Handlers): void {
  offered.handlers = handlers
}

/** What answers a method; null for methods that are Next's, and as long as the route was not loaded. */
export function apiHandler(method: string | undefined): ApiHandler | null {
  if (offered.handlers === null || method === undefined || !Object.hasOwn(offered.handlers, method)) return null
  return offered.handlers[method as ApiMethod]
}
