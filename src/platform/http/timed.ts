import { observed } from '@/platform/health/traffic'

type Handler<A extends unknown[]> = (request: Request, ...args: A) => Promise<Response>

/** Measures every request of a handler for `/metrics`; the router names routes of `/api/v1` more exactly. */
export function timed<A extends unknown[]>(handler: Handler<A>): Handler<A> {
  return (request, ...args) => observed(labelOf(request), () => handler(request, ...args))
}

function labelOf(request: Request): string {
  const [first = ''] = new URL(request.url).pathname.replace(/^\/api\/?/, '').split('/')
  return `${request.method} /api/${/^[a-z0-9-]{1,40}$/.test(first) ? first : 'other'}`
}
