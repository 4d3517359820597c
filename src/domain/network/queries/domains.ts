import { proofOf, type DomainProof } from '@/domain/network/domains'
import { brandingOf, type Branding } from '@/domain/network/queries/organizations'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A portal domain with the ways to prove it. */
export interface DomainView {
  id: string
  organization: string
  host: string
  isVerified: boolean
  verifiedAt: Date | null
  checkedAt: Date | null
  method: 'dns' | 'file' | null
  problem: string | null
  proof: DomainProof
}

type Row = Omit<DomainView, 'isVerified' | 'proof'> & { token: string }

/** The portal domains of an organization, as far as `domain.read` reaches. */
export async function domainsOf(reader: Reader, organization: string): Promise<DomainView[]> {
  const to = bindings([organization])
  const rows = await reader.rows<Row>(
    `select d.id, d.organization_id as organization, d.host, d.token, d.method, d.problem, d.verified_at as "verifiedAt", d.checked_at as "checkedAt"
     from organization_domains d where d.organization_id = $1::uuid and ${sqlOf(reader.reach('organization-domains'), 'd', to)} order by d.host`,
    to.values,
  )
  return rows.map(({ token, ...row }) => ({ ...row, isVerified: row.verifiedAt !== null, proof: proofOf(row.host, token) }))
}

/** The look of an organization for visitors of its proven domain, signed in or not. */
export async function lookOf(reader: Pick<Reader, 'rows'>, organization: string): Promise<Branding | null> {
  const [facts] = await reader.rows<{ name: string; path: string[] }>(
    `select name, string_to_array(trim(both '/' from path), '/') as path from organizations where id = $1::uuid`,
    [organization],
    'tf_look',
  )
  return facts ? brandingOf(reader, facts) : null
}
