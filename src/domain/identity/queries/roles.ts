import { refuse } from '@/kernel/errors'
import type { Reach } from '@/kernel/permission'
import { bindings, sqlOf } from '@/platform/access/sql'
import { isEmptyScope, sideOf } from '@/platform/access/scope'
import type { Reader } from '@/platform/reader'

export interface RoleGrantView {
  key: string
  reach: Reach
}

export interface RoleView {
  id: string
  key: string
  name: string
  description: string | null
  audience: 'hq' | 'dealer' | 'supplier' | 'partner'
  builtIn: boolean
  /** Whose role it is. */
  organization: string
  tree: string
  ownerName: string
  /** The built-in role it was copied from. */
  original: string | null
  /** How many members the reader sees with it. */
  members: number
  permissions: RoleGrantView[]
}

const FROM = 'roles r join organizations o on o.id = r.organization_id'
const GRANTS = `(select coalesce(json_agg(json_build_object('key', p.key, 'reach', p.reach) order by p.key), '[]') from role_permissions p where p.role_id = r.id)`

/** The roles the reader sees that fit a kind of organization. */
export async function rolesFor(reader: Reader, kind: string): Promise<RoleView[]> {
  const to = bindings([kind])
  return reader.rows<RoleView>(`select ${columns(reader, to)} from ${FROM} where r.audience::text = $1 and ${seen(reader, to)} order by r.built_in desc, r.name, r.id`, to.values)
}

/** The roles one organization can give: of its kind, its own and those of the organizations above it. */
export async function rolesIn(reader: Reader, organization: string): Promise<RoleView[]> {
  const to = bindings([organization])
  const text = `select ${columns(reader, to)} from ${FROM} join organizations t on t.id = $1::uuid
    where r.audience::text = t.kind::text and r.organization_id = any(string_to_array(trim(both '/' from t.path), '/')::uuid[]) and ${seen(reader, to)}
    order by r.built_in desc, r.name, r.id`
  return reader.rows<RoleView>(text, to.values)
}

/** All roles the reader sees, built-in ones first. */
export async function listRoles(reader: Reader, wish: { audience?: string | undefined; q?: string | undefined } = {}): Promise<RoleView[]> {
  const to = bindings()
  const where = [seen(reader, to)]
  if (wish.audience) where.push(`r.audience::text = ${to.bind(wish.audience)}`)
  if (wish.q) {
    const like = to.bind(`%${wish.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
    where.push(`(r.name ilike ${like} or r.key ilike ${like} or r.description ilike ${like})`)
  }
  return reader.rows<RoleView>(`select ${columns(reader, to)} from ${FROM} where ${where.join(' and ')} order by r.built_in desc, r.audience, r.name, r.id limit 500`, to.values)
}

export interface RolePage extends RoleView {
  /** The built-in role it was copied from, to compare with. */
  source: { id: string; name: string; permissions: RoleGrantView[] } | null
  /** What a role of its kind can hold at most: where the columns of the matrix end. */
  most: RoleGrantView[]
  /** What the reader may put in or take out, at most. */
  own: RoleGrantView[]
  canChange: boolean
}

/** One role with everything its matrix shows. NOT_FOUND for roles of other trees and of other dealers. */
export async function rolePage(reader: Reader, id: string): Promise<RolePage> {
  const to = bindings([id])
  const [role] = await reader.rows<RoleView>(`select ${columns(reader, to)} from ${FROM} where r.id = $1::uuid and ${seen(reader, to)}`, to.values)
  if (!role) return refuse('NOT_FOUND', { noun: 'The role' })
  const most = await mostOf(reader, role)
  const [source] = await reader.rows<{ id: string; name: string; permissions: RoleGrantView[] }>(`select r.id, r.name, ${GRANTS} as permissions from roles r where r.id = $1::uuid`, [role.original])
  const canChange = !role.builtIn && sideOf(reader.reach('roles', 'role.write'), role) !== null
  return { ...role, source: source ?? null, most, own: ownOf(reader, role, most), canChange }
}

const MOST = `select p.key, (array_agg(p.reach::text order by array_position(array['network', 'organization', 'branch', 'own'], p.reach::text)))[1] as reach
from role_permissions p join roles r on r.id = p.role_id where r.tree_id = $1::uuid and r.built_in and r.audience::text = $2 group by p.key order by p.key`

function mostOf(reader: Reader, { tree, audience }: Pick<RoleView, 'tree' | 'audience'>): Promise<RoleGrantView[]> {
  return reader.rows<RoleGrantView>(MOST, [tree, audience])
}

// The same rule as in role-rights: in one's own organization at most what one holds, for others at most what fits the kind.
function ownOf(reader: Reader, role: RoleView, most: RoleGrantView[]): RoleGrantView[] {
  const membership = reader.principal.memberships.find((one) => one.organization.id === role.organization)
  if (!membership || membership.organization.kind !== role.audience) return most
  return membership.grants.filter((grant) => grant.branch === null).map(({ permission, reach }) => ({ key: permission, reach }))
}

function columns(reader: Reader, to: ReturnType<typeof bindings>): string {
  return `r.id, r.key, r.name, r.description, r.audience, coalesce(r.built_in, false) as "builtIn", r.organization_id as organization, r.tree_id as tree,
  o.name as "ownerName", r.original_id as original, ${GRANTS} as permissions,
  (select count(distinct m.id)::int from membership_roles mr join memberships m on m.id = mr.membership_id
    where mr.role_id = r.id and m.status <> 'ended' and ${sqlOf(reader.reach('memberships'), 'm', to)}) as members`
}

// Roles come from above: a dealer gives those of its headquarters without being allowed to read the rest of it.
function seen(reader: Reader, to: ReturnType<typeof bindings>): string {
  const scope = reader.reach('roles')
  if (isEmptyScope(scope)) return 'false'
  const { memberships } = reader.principal
  const above = [...new Set(memberships.flatMap(({ organization }) => organization.path))]
  const kinds = [...new Set(memberships.map(({ organization }) => organization.kind))]
  return `((r.organization_id = any(${to.bind(above)}::uuid[]) and r.audience::text = any(${to.bind(kinds)}::text[])) or ${sqlOf(scope, 'r', to)})`
}
