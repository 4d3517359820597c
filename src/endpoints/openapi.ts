import { env } from '@/platform/env'
import { openApiDocument } from '@/platform/http/openapi'
import { rawRoute, type Route } from '@/platform/http/route'

/** The description of all routes, itself included, for programs and for the page at `/api/docs`. */
export function openApiRoutes(routes: () => readonly Route[]): Route[] {
  let document: string | null = null
  return [
    rawRoute({
      ...{
        method: 'GET',
        path: '/openapi.json',
        tag: 'documentation',
        summary: 'This description in OpenAPI 3.1',
        isPublic: true,
      },
      respond: () => {
        document ??= JSON.stringify(openApiDocument(routes(), env.SERVER_URL))
        const headers = {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': 'public, max-age=300',
          'X-Content-Type-Options': 'nosniff',
        }
        return Promise.resolve(new Response(document, { headers }))
      },
    }),
  ]
}
