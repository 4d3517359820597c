import { announcedBytes } from '@/platform/http/bounded-body'
import { classOf } from '@/platform/limits/class-of'
import { countRequest, type Sender } from '@/platform/limits/count'
import { keepStanding } from '@/platform/limits/standing'

type Countable = Pick<Request, 'headers'> & { method?: string | undefined; body?: unknown }

/** Counts a request and remembers where its sender stands. `path` is what follows `/api`. TOO_MANY when it was too much. */
export async function countedOnce(request: Countable, sender: Sender, path: string): Promise<void> {
  const name = classOf(request.method ?? 'GET', path, request.headers.get('content-type'))
  const bytes = name === 'upload' ? announcedBytes(request as Request) : 0
  await countRequest(sender, { name, bytes, tell: (standing) => keepStanding(request, standing) })
}
