import { headers } from 'next/headers'
import { cache } from 'react'
import { lookOf } from '@/domain/network'
import { installationPrincipal } from '@/platform/access/principal'
import { portalHost } from '@/platform/domains/portal-hosts'
import { payloadForPages } from '@/platform/next/session'
import { readerFor } from '@/platform/reader'

interface Door {
  name: string
  color: string | null
  logoUrl: string | null
}

/** Whose door the visitor stands at: the organization that proved this host, or undefined for the product's own. */
export const doorOf = cache(async (): Promise<Door | undefined> => {
  const payload = await payloadForPages()
  const organization = await portalHost(payload, (await headers()).get('host'))
  if (organization === null) return undefined
  const look = await lookOf(readerFor(payload, installationPrincipal()), organization)
  return look ? { name: look.name, color: look.brand, logoUrl: look.logo ? '/api/v1/portal/logo' : null } : undefined
})
