import { cookies } from 'next/headers'
import type { PayloadRequest } from 'payload'
import { cache } from 'react'
import { holds, isHq, principalOf, type OrganizationFacts, type Principal } from '@/platform/access/principal'
import { currentSession, payloadForPages } from '@/platform/next/session'
import { readerFor, type Reader } from '@/platform/reader'

/** What a page of the admin knows of its visitor. */
export interface Work {
  reader: Reader
  principal: Principal
  /** The headquarters the person works for now: chosen in the switcher, else the first. */
  organization: OrganizationFacts
  organizations: readonly OrganizationFacts[]
  can: (permission: string) => boolean
  /** How this person reads figures and time. */
  reads: { locale: string; zone: string }
}

/**
 * The visitor of an admin page, or null when nobody from a headquarters is signed in. Custom root views are open to
 * everyone in Payload, so every page of ours begins here. The switcher narrows the principal and never widens it.
 */
export const workOf = cache(async (req?: PayloadRequest): Promise<Work | null> => {
  // Payload hands some slots a copy of the user without its principal; the session's cookie is then read again.
  const signedIn = principalOf(req?.user) ?? (await currentSession())?.principal
  if (!signedIn || !isHq(signedIn)) return null
  const chosen = (await cookies()).get('tf-organization')?.value
  const hq = signedIn.memberships.filter(({ organization }) => organization.kind === 'hq')
  const meant = hq.filter(({ organization: { id, slug, code } }) => [id, slug, code].includes(chosen ?? ''))
  const [first] = meant.length > 0 ? meant : hq
  if (!first) return null
  const principal = { ...signedIn, memberships: [first] }
  const { organization } = first
  return {
    reader: readerFor(await payloadForPages(), principal),
    principal,
    organization,
    organizations: hq.map((membership) => membership.organization),
    can: (permission) => holds(principal, permission),
    reads: { locale: signedIn.locale ?? organization.locale, zone: signedIn.zone ?? organization.zone },
  }
})
