import config from '@payload-config'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getPayload, type Payload } from 'payload'
import { cache } from 'react'
import { isDomainError } from '@/kernel/errors'
import { mustBeListed } from '@/platform/access/admin-networks'
import { loadPrincipal } from '@/platform/access/load-principal'
import type { Principal } from '@/platform/access/principal'
import { PATH_HEADER } from '@/platform/next/path-header'
import { verifyToken } from '@/platform/access/token'
import { poolOf } from '@/platform/db/pool'
import { requestFacts } from '@/platform/http/request-facts'
import { readerFor, type Reader } from '@/platform/reader'

/** Who looks at a page: the reader is all a page needs to call queries. */
export interface Session {
  principal: Principal
  reader: Reader
}

/** Payload, booted once per process. */
export async function payloadForPages(): Promise<Payload> {
  return getPayload({ config })
}

/**
 * The signed-in person of a page, or null; read once per request. Pages only read, so the cookie counts also when
 * somebody comes from a link in a mail – Payload's own reading would refuse the cross-site navigation.
 */
export const currentSession = cache(async (): Promise<Session | null> => {
  const payload = await payloadForPages()
  const token = (await cookies()).get(`${payload.config.cookiePrefix}-token`)?.value
  const claims = token ? await verifyToken(token, payload.secret) : null
  const principal = claims ? await loadPrincipal(poolOf(payload), claims.id, claims.sid, await headers()) : null
  if (!principal || !(await isListed(payload, principal))) return null
  return { principal, reader: readerFor(payload, principal) }
})

// Somebody who may not work from here is nobody on our pages; signing in again says why.
async function isListed(payload: Payload, principal: Principal): Promise<boolean> {
  try {
    await mustBeListed(poolOf(payload), principal, requestFacts({ headers: await headers() }).ip)
    return true
  } catch (error) {
    if (isDomainError(error)) return false
    throw error
  }
}

/** The signed-in person, or the sign-in page that leads back here; `path` where the page's own address is not known. */
export async function requireSession(path: string): Promise<Session> {
  const session = await currentSession()
  if (session) return session
  const here = (await headers()).get(PATH_HEADER) ?? path
  return redirect(`/sign-in?next=${encodeURIComponent(here)}`)
}
