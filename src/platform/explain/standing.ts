import type { Queryable } from '@/platform/access/load-principal'
import type { Grant } from '@/platform/access/principal'

/** One organization a person has to do with, and how things stand there. */
export interface StandingMembership {
  id: string
  user: string
  organization: string
  organizationName: string
  kind: 'hq' | 'dealer' | 'supplier' | 'partner'
  path: readonly string[]
  tree: string
  status: 'invited' | 'active' | 'suspended' | 'ended'
  /** The organization itself or one above it that is not active. */
  stopped: { id: string; name: string } | null
  /** What its roles give, whether or not anything of it counts just now. */
  grants: readonly Grant[]
}

/** A person with everything that could keep it out, which a principal no longer knows: it holds only what counts. */
export interface Standing {
  id: string
  name: string
  status: string
  memberships: readonly StandingMembership[]
}

const STANDING = `
select u.id, u.name, u.status::text as status, coalesce((select json_agg(json_build_object('id', m.id, 'user', u.id, 'organization', o.id,
  'organizationName', o.name, 'kind', o.kind, 'path', string_to_array(trim(both '/' from o.path), '/'), 'status', m.status,
  'grants', coalesce((select json_agg(json_build_object('permission', p.key, 'reach', p.reach, 'branch', mr.branch_id))
    from membership_roles mr join role_permissions p on p.role_id = mr.role_id where mr.membership_id = m.id), '[]'),
  'tree', o.tree_id, 'stopped', (select json_build_object('id', a.id, 'name', a.name) from organizations a
    where a.id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[]) and a.status <> 'active' order by length(a.path) limit 1)
  ) order by m.status = 'active' desc, o.path)
  from memberships m join organizations o on o.id = m.organization_id where m.user_id = u.id and m.status <> 'ended'), '[]') as memberships
from users u where u.id = $1::uuid`

/** How a person stands in every organization it belongs to; null when there is no such person. */
export async function standingOf(db: Queryable, user: string): Promise<Standing | null> {
  const query = db.query.bind(db) as (config: object) => Promise<{ rows: Standing[] }>
  const { rows } = await query({ name: 'tf_standing', text: STANDING, values: [user] })
  return rows[0] ?? null
}
