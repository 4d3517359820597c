import { notFound } from 'next/navigation'
import { cache } from 'react'
import { organizationBySlug, type PortalOrganization } from '@/domain/network'
import { isDomainError } from '@/kernel/errors'
import { readingTag } from '@/kernel/locale'
import type { Principal } from '@/platform/access/principal'
import { requireSession } from '@/platform/next/session'
import type { Reader } from '@/platform/reader'

/** What every page of the dealer portal begins with. */
export interface Portal {
  organization: PortalOrganization
  principal: Principal
  reader: Reader
  /** `/dealer/<slug>`: the start of every link. */
  base: string
  locale: string
  zone: string
  /** Whether the person holds a permission in this organization. */
  can: (permission: string) => boolean
}

/**
 * The portal of the organization in the path for the signed-in person: sign-in page for nobody, 404 for whoever does
 * not belong there. Read once per request.
 */
export const dealerPortal = cache(async (slug: string): Promise<Portal> => {
  const base = `/dealer/${slug}`
  const { principal, reader } = await requireSession(base)
  const organization = await organizationOrNotFound(reader, slug)
  const membership = principal.memberships.find((one) => one.organization.id === organization.id)
  const held = new Set(membership?.grants.map((grant) => grant.permission))
  return {
    organization,
    principal,
    reader,
    base,
    locale: readingTag(principal.locale ?? organization.locale, principal.reading),
    zone: principal.zone ?? organization.zone,
    can: (permission) => held.has(permission),
  }
})

/** The row of a query, or the 404 page when it does not exist or is not theirs. */
export async function orNotFound<T>(row: Promise<T>): Promise<NonNullable<T>> {
  try {
    return (await row) ?? notFound()
  } catch (error) {
    if (isDomainError(error) && (error.code === 'NOT_FOUND' || error.code === 'PERMISSION_REFUSED')) notFound()
    throw error
  }
}

async function organizationOrNotFound(reader: Reader, slug: string): Promise<PortalOrganization> {
  const organization = await orNotFound(organizationBySlug(reader, slug))
  return organization.kind === 'dealer' ? organization : notFound()
}
