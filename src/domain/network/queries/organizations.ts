import { refuse } from '@/kernel/errors'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** An organization a person may switch to. */
export type OrganizationChoice = Pick<OrganizationFacts, 'id' | 'code' | 'slug' | 'name' | 'kind'>

/** The person's own organizations, for the switcher: those whose name, code or slug contains the text. */
export function myOrganizations(reader: Reader, q = '', most = 20): OrganizationChoice[] {
  const wanted = q.trim().toLowerCase()
  return reader.principal.memberships
    .map(({ organization: { id, code, slug, name, kind } }) => ({ id, code, slug, name, kind }))
    .filter(({ name, code, slug }) => [name, code, slug].some((text) => text.toLowerCase().includes(wanted)))
    .sort((one, other) => one.name.localeCompare(other.name))
    .slice(0, most)
}

/** How an organization looks: its own colours and logo, else those of the nearest organization above it. */
export interface Branding {
  name: string
  brand: string | null
  accent: string | null
  logo: string | null
}

export interface PortalOrganization extends OrganizationFacts {
  branding: Branding
}

const BRANDING = `select o.id, o.name, o.branding, m.filename as logo from organizations o left join media m on m.id = o.logo_id
where o.id = any($1::uuid[]) order by array_position($1::uuid[], o.id) desc`

interface BrandingRow {
  id: string
  name: string
  branding: { brand?: string; accent?: string } | null
  logo: string | null
}

/**
 * The organization behind a portal's address with its look. NOT_FOUND unless the person is an active member there: the
 * path says where somebody works, memberships say whether they may.
 */
export async function organizationBySlug(reader: Reader, slug: string): Promise<PortalOrganization> {
  const membership = reader.principal.memberships.find((one) => one.organization.slug === slug)
  if (!membership) return refuse('NOT_FOUND', { noun: 'The organization' })
  return { ...membership.organization, branding: await brandingOf(reader, membership.organization) }
}

/** The look of an organization; each part falls back along the path up to its headquarters. */
export async function brandingOf(reader: Pick<Reader, 'rows'>, { path, name }: Pick<OrganizationFacts, 'path' | 'name'>): Promise<Branding> {
  const rows = await reader.rows<BrandingRow>(BRANDING, [path], 'tf_branding')
  const first = (pick: (row: BrandingRow) => string | null | undefined) => rows.map(pick).find((value) => typeof value === 'string') ?? null
  return { name, brand: first((row) => row.branding?.brand), accent: first((row) => row.branding?.accent), logo: first((row) => row.logo) }
}
