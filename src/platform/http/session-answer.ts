import type { PayloadRequest } from 'payload'
import { generateExpiredPayloadCookie, generatePayloadCookie } from 'payload/shared'
import { isHq, type Principal } from '@/platform/access/principal'
import type { SignedIn } from '@/platform/access/sign-in'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { deviceCookie } from '@/platform/sessions/known-device'

/** The cookie of a session, exactly as Payload sets it. */
export function sessionCookie(req: PayloadRequest, token: string): string {
  return generatePayloadCookie({ ...cookieConfig(req), token, returnCookieAsObject: false })
}

/** The cookie that removes the session cookie. */
export function expiredCookie(req: PayloadRequest): string {
  return generateExpiredPayloadCookie({ ...cookieConfig(req), returnCookieAsObject: false })
}

/** Answers a session: token and cookie, the person, its organizations and where it works. */
export function answerSession(req: PayloadRequest, { token, exp, principal }: SignedIn): Response {
  const response = succeeded({ token, exp, ...whoIs(principal) }, requestFacts(req).requestId)
  response.headers.append('Set-Cookie', sessionCookie(req, token))
  return response
}

/** Answers a session that begins, and makes this browser known for the person. */
export function answerSignIn(req: PayloadRequest, session: SignedIn): Response {
  const response = answerSession(req, session)
  response.headers.append('Set-Cookie', deviceCookie(req.headers, session.principal.id))
  return response
}

/** The signed-in person as clients see it. */
export function whoIs(principal: Principal) {
  const { id, name, email, locale, zone } = principal
  const organizations = principal.memberships.map(({ organization, grants }) => ({
    id: organization.id,
    code: organization.code,
    slug: organization.slug,
    name: organization.name,
    kind: organization.kind,
    currency: organization.currency,
    zone: organization.zone,
    permissions: [...new Set(grants.map((grant) => grant.permission))].sort(),
  }))
  return { user: { id, name, email, locale, zone }, organizations, home: homeOf(principal) }
}

/** Where a person works: HQ in the admin, everybody else in the portal of the first organization. */
export function homeOf(principal: Principal): string {
  if (isHq(principal)) return '/admin'
  const [first] = principal.memberships
  if (!first) return '/'
  const { kind, slug } = first.organization
  return kind === 'supplier' ? `/supplier/${slug}` : `/dealer/${slug}`
}

function cookieConfig(req: PayloadRequest) {
  return { collectionAuthConfig: req.payload.collections.users.config.auth, cookiePrefix: req.payload.config.cookiePrefix }
}
