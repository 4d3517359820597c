import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { contentPolicy } from '@/platform/http/content-policy'
import { PATH_HEADER } from '@/platform/next/path-header'

/**
 * Gives every page its Content-Security-Policy with a fresh nonce (Next puts the nonce of the request's policy on its
 * own scripts) and tells it its own address, so that whoever has to sign in first comes back to that very page. Headers
 * and nothing else: who may see what is decided where it is read, never here.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentPolicy(randomBytes(16).toString('base64'), { isDevelopment: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set('Content-Security-Policy', policy)
  return answer
}

/** Pages alone: the API and links to files answer data with policies of their own, static files run nothing. */
export const config = { matcher: ['/((?!api(?:/|$)|f/|_next/static|_next/image|icon\\.svg).*)'] }
