import { cookies } from 'next/headers'
import type { PayloadRequest } from 'payload'
import { cache } from 'react'
import { readingTag } from '@/kernel/locale'
import { holds, isHq, principalOf, type Membership, type OrganizationFacts, type Principal } from '@/platform/access/principal'
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
  const memberships = signedIn.memberships.filter(({ organization }) => organization.kind === 'hq')
  const acting = meant(memberships, (await cookies()).get('tf-organization')?.value)
  if (!acting) return null
  const principal = { ...signedIn, memberships: [acting] }
  const { organization } = acting
  return {
    reader: readerFor(await payloadForPages(), principal),
    principal,
    organization,
    organizations: memberships.map((membership) => membership.organization),
    can: (permission) => holds(principal, permission),
    reads: readsOf(signedIn, organization),
  }
})

function meant(memberships: readonly Membership[], chosen = ''): Membership | undefined {
  return memberships.find(({ organization: { id, slug, code } }) => [id, slug, code].includes(chosen)) ?? memberships[0]
}

function readsOf({ locale, zone, reading }: Principal, organization: OrganizationFacts): Work['reads'] {
  return { locale: readingTag(locale ?? organization.locale, reading), zone: zone ?? organization.zone }
}
