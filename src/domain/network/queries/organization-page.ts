import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** An organization of the tree as HQ sees it, with the record HQ keeps of it. */
export interface OrganizationPage {
  id: string
  code: string
  slug: string
  name: string
  kind: 'hq' | 'dealer' | 'supplier' | 'partner'
  status: string
  parent: { id: string; name: string } | null
  currency: string
  zone: string
  locale: string
  createdAt: Date
  dealer: string | null
  supplier: string | null
  members: number
  branches: { id: string; code: string; name: string }[]
  addresses: { id: string; label: string; line1: string; city: string; region: string | null; postalCode: string | null; country: string }[]
}

/** One organization with its branches and addresses. Refuses NOT_FOUND for what is not reached. */
export async function organizationPage(reader: Reader, id: string): Promise<OrganizationPage> {
  const to = bindings([id])
  const reached = (slug: string, alias: string) => sqlOf(reader.reach(slug), alias, to)
  const [row] = await reader.rows<OrganizationPage>(
    `select o.id, o.code, o.slug, o.name, o.kind, o.status, o.currency, o.zone, o.locale, o.created_at as "createdAt",
      (select json_build_object('id', p.id, 'name', p.name) from organizations p where p.id = o.parent_id and ${reached('organizations', 'p')}) as parent,
      (select d.id from dealers d where d.party_id = o.id and ${reached('dealers', 'd')} limit 1) as dealer,
      (select s.id from suppliers s where s.party_id = o.id and ${reached('suppliers', 's')} limit 1) as supplier,
      (select count(*)::int from memberships m where m.organization_id = o.id and m.status <> 'ended' and ${reached('memberships', 'm')}) as members,
      (select coalesce(json_agg(json_build_object('id', b.id, 'code', b.code, 'name', b.name) order by b.name), '[]') from branches b
        where b.organization_id = o.id and b.archived_at is null and ${reached('branches', 'b')}) as branches,
      (select coalesce(json_agg(json_build_object('id', a.id, 'label', a.label, 'line1', a.line1, 'city', a.city, 'region', a.region, 'postalCode', a.postal_code,
        'country', a.country) order by a.id), '[]') from addresses a where a.organization_id = o.id and a.archived_at is null and ${reached('addresses', 'a')}) as addresses
    from organizations o where o.id = $1::uuid and ${reached('organizations', 'o')}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun: 'The organization' })
}
