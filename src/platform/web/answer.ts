import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import securityHeaders from '@/platform/http/security-headers.json' with { type: 'json' }

const common = Object.entries(securityHeaders)

/** Sends an answer of the web over node's: the security headers every answer has, its own, and its body piece by piece. */
export async function sendAnswer(answer: Response, res: ServerResponse): Promise<void> {
  res.statusCode = answer.status
  for (const [name, value] of common) res.setHeader(name, value)
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') res.setHeader(name, value)
  })
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  if (!answer.body) return void res.end()
  if (isWhole(answer)) return void res.end(Buffer.from(await answer.arrayBuffer()))
  await streamed(answer.body, res)
}

// JSON is one piece already; sent as one it is one packet with its length.
function isWhole({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('application/json') ?? false
}

async function streamed(body: ReadableStream<Uint8Array>, res: ServerResponse): Promise<void> {
  res.flushHeaders()
  try {
    await pipeline(Readable.fromWeb(body as NodeStream<Uint8Array>), res)
  } catch (error) {
    // Whoever asked went away: nobody is left to hear of it, and the body was cancelled by the pipeline.
    if (!res.destroyed) throw error
  }
}
