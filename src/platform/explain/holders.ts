import type { Queryable } from '@/platform/access/load-principal'
import type { OrganizationFacts, Principal } from '@/platform/access/principal'
import { scopeOf, sideOf, type TenancyRule } from '@/platform/access/scope'
import type { Reach } from '@/kernel/permission'
import type { Side } from '@/kernel/machine'
import type { ExplainedRow, Place } from '@/platform/explain/missing'

/** Somebody who holds a permission, and by which role. */
export interface Holder {
  user: string
  name: string
  role: string
  organization: { id: string; name: string; tree: string }
  reach: Reach
  branch: string | null
}

interface HolderRow extends Holder {
  facts: OrganizationFacts
}

const MOST = 500

const HOLDERS = `
select m.user_id as "user", m.person_name as name, r.name as role, json_build_object('id', o.id, 'name', o.name, 'tree', o.tree_id) as organization,
  p.reach, mr.branch_id as branch, json_build_object('id', o.id, 'code', o.code, 'slug', o.slug, 'name', o.name, 'kind', o.kind,
    'tree', o.tree_id, 'path', string_to_array(trim(both '/' from o.path), '/'), 'currency', o.currency, 'zone', o.zone, 'locale', o.locale) as facts
from memberships m join users u on u.id = m.user_id and u.status = 'active' join organizations o on o.id = m.organization_id
join membership_roles mr on mr.membership_id = m.id join roles r on r.id = mr.role_id join role_permissions p on p.role_id = r.id and p.key = $2
where m.organization_id = any($1::uuid[]) and m.status = 'active' and not exists (select 1 from organizations a
  where a.id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[]) and a.status <> 'active')
order by length(o.path) desc, m.person_name, r.name limit ${MOST}`

/** Everybody who holds a permission in one of the organizations (at most 500 grants), the nearest organizations first. */
export async function holdersOf(db: Queryable, organizations: readonly string[], permission: string): Promise<HolderRow[]> {
  const query = db.query.bind(db) as (config: object) => Promise<{ rows: HolderRow[] }>
  const { rows } = await query({ name: 'tf_holders', text: HOLDERS, values: [organizations, permission] })
  return rows
}

/** Those of the holders whose grant reaches the record from the wanted side. */
export function reaching(holders: readonly HolderRow[], row: ExplainedRow, rule: TenancyRule, permission: string, side: Side): Holder[] {
  return holders.filter((holder) => isReaching(holder, row, rule, permission, side)).map(({ facts: _, ...holder }) => holder)
}

/** The organizations whose people may come into question for a record: its two sides and everything above them. */
export function placesAround({ owner, party }: { owner: Place | null; party: Place | null }): string[] {
  return [...new Set([owner, party].flatMap((place) => (place ? [place.id, ...place.path] : [])))]
}

function isReaching(holder: HolderRow, row: ExplainedRow, rule: TenancyRule, permission: string, side: Side): boolean {
  // A group reaches what is below it; whether the record is below is known from the record's own path.
  const below = row.owner?.path.includes(holder.facts.id) ? [row.owner.id] : []
  const principal: Principal = {
    kind: 'person', id: holder.user, name: holder.name, email: '', session: null, locale: null, zone: null,
    memberships: [{ id: holder.user, organization: holder.facts, grants: [{ permission, reach: holder.reach, branch: holder.branch }], below }],
  }
  const reached = sideOf(scopeOf(principal, permission, rule), row)
  return reached !== null && (side === 'either' || side === reached)
}
