import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { counting } from '@/platform/http/counting'

type Params = { params: Promise<{ file?: string[] }> }

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Thoroughfare API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="page"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`

// The validator would send the address of this server to another one; the request interceptor keeps the session cookie.
const START = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null, docExpansion: 'none',
  filter: true, tryItOutEnabled: false, withCredentials: true, defaultModelsExpandDepth: -1 })`

const FILES: Record<string, string> = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' }

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
}

/** The browsable documentation of the API, served from this origin alone. */
export const GET = counting(async (_: Request, { params }: Params): Promise<Response> => {
  const name = (await params).file?.join('/') ?? ''
  if (name === '') return answer(PAGE, 'text/html')
  if (name === 'start.js') return answer(START, 'text/javascript')
  const type = FILES[name]
  if (!type) return new Response('Not found.', { status: 404, headers: HEADERS })
  return answer(
    await readFile(path.join(process.cwd(), 'node_modules', 'swagger-ui-dist', name)),
    type,
    'public, max-age=86400',
  )
})

function answer(body: string | Buffer, type: string, cache = 'no-cache'): Response {
  const bytes = typeof body === 'string' ? body : new Uint8Array(body)
  return new Response(bytes, {
    headers: { ...HEADERS, 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': cache },
  })
}
