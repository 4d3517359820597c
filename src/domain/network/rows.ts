import type { CustomValues } from '@/domain/core'
import type { OrganizationFacts } from '@/platform/access/principal'

export interface OrganizationRow {
  id: string
  tree: string
  code: string
  slug: string
  name: string
  kind: OrganizationFacts['kind']
  status: 'active' | 'suspended' | 'terminated'
  parent: string | null
  path: string
  currency: string
  zone: string
  locale: string
  logo: string | null
  branding: { brand?: string; accent?: string } | null
  revision: number
}

export interface DealerRow {
  id: string
  organization: string
  tree: string
  party: string
  code: string
  name: string
  accountNumber: string | null
  status: 'pending' | 'active' | 'suspended' | 'terminated'
  tier: string | null
  territory: string | null
  branch: string | null
  creditLimitMinor: number | null
  termsDays: number
  priceList: string | null
  phone: string | null
  email: string | null
  internalNote: string | null
  custom: CustomValues | null
  revision: number
}

export interface SupplierRow {
  id: string
  organization: string
  party: string
  code: string
  name: string
  revision: number
}

/** A portal domain (`organization-domains`). */
export interface DomainRow {
  id: string
  organization: string
  tree: string
  host: string
  token: string
  verifiedAt: Date | null
  /** daily checks in a row that did not find the proof */
  failures: number
}
