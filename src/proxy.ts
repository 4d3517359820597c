import { NextResponse, type NextRequest } from 'next/server'
import { PATH_HEADER } from '@/platform/next/path-header'

/** Tells pages of a portal their own address, so that whoever has to sign in first comes back to that very page. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  return NextResponse.next({ request: { headers } })
}

export const config = { matcher: ['/dealer/:path*', '/supplier/:path*'] }
