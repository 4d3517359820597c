import { countedOnce } from '@/platform/http/counted'
import { failed } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { claimedSender } from '@/platform/http/sender'
import { withStanding } from '@/platform/limits/standing'

type Handler<A extends unknown[]> = (request: Request, ...args: A) => Promise<Response>

/** Counts the requests of a Next route handler that stands outside Payload's; TOO_MANY is answered in our envelope. */
export function counting<A extends unknown[]>(handler: Handler<A>): Handler<A> {
  return async (request, ...args) => {
    try {
      await countedOnce(request, await claimedSender(request), new URL(request.url).pathname)
    } catch (error) {
      return withStanding(failed(error, requestFacts(request).requestId), request)
    }
    return withStanding(await handler(request, ...args), request)
  }
}
