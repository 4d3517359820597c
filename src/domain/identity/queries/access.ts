import type { Reach } from '@/kernel/permission'
import { memberPage, type MemberView } from '@/domain/identity/queries/members'
import { bindings, sqlOf } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

/** Why somebody has a permission: the role that gives it, where it counts and how far it carries. */
export interface Source {
  role: string
  roleName: string
  reach: Reach
  branch: string | null
  branchName: string | null
}

export interface HeldPermission {
  permission: string
  sources: Source[]
}

export interface MemberAccess {
  member: MemberView
  /** Why nothing of it counts just now; null when it does. */
  paused: string | null
  permissions: HeldPermission[]
}

const HELD = `select p.key as permission, json_agg(json_build_object('role', r.id, 'roleName', r.name, 'reach', p.reach, 'branch', mr.branch_id, 'branchName', b.name)
  order by r.name, b.name) as sources
from membership_roles mr join roles r on r.id = mr.role_id join role_permissions p on p.role_id = r.id left join branches b on b.id = mr.branch_id
where mr.membership_id = $1::uuid group by p.key order by p.key`

const OFF = `select a.name from organizations o join organizations a on a.id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[])
where o.id = $1::uuid and a.status <> 'active' order by length(a.path) limit 1`

/** Everything a member may do, and through which role each permission comes. */
export async function memberAccess(reader: Reader, id: string): Promise<MemberAccess> {
  const member = await memberPage(reader, id)
  const [permissions, [off]] = await Promise.all([
    reader.rows<HeldPermission>(HELD, [id], 'tf_member_access'),
    reader.rows<{ name: string }>(OFF, [member.organization], 'tf_member_off'),
  ])
  return { member, permissions, paused: pausedBy(member, off?.name) }
}

export interface Holder {
  id: string
  user: string
  name: string
  email: string
  organization: string
  organizationName: string
  sources: Source[]
}

/** Who holds a permission among the people the reader sees, by name. */
export async function holdersOf(reader: Reader, permission: string, wish: { q?: string | undefined; organization?: string | undefined; cursor?: string | undefined; limit: number }): Promise<Page<Holder>> {
  const to = bindings([permission])
  const where = [sqlOf(reader.reach('memberships'), 'm', to), `m.status = 'active'`, `exists (${VIA} and mr.membership_id = m.id)`]
  if (wish.organization) where.push(`m.organization_id = ${to.bind(wish.organization)}::uuid`)
  if (wish.q) {
    const like = to.bind(`%${wish.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
    where.push(`(m.person_name ilike ${like} or m.person_email ilike ${like} or o.name ilike ${like})`)
  }
  if (wish.cursor) {
    const [name, id] = readCursor(wish.cursor)
    where.push(`(lower(m.person_name), m.id::text) > (${to.bind(name)}, ${to.bind(id)})`)
  }
  const text = `select m.id, m.user_id as user, m.person_name as name, m.person_email as email, m.organization_id as organization, o.name as "organizationName",
    (select json_agg(json_build_object('role', r.id, 'roleName', r.name, 'reach', p.reach, 'branch', mr.branch_id, 'branchName', b.name) order by r.name, b.name)
      from membership_roles mr join roles r on r.id = mr.role_id join role_permissions p on p.role_id = r.id and p.key = $1 left join branches b on b.id = mr.branch_id
      where mr.membership_id = m.id) as sources
    from memberships m join organizations o on o.id = m.organization_id where ${where.join(' and ')} order by lower(m.person_name), m.id::text limit ${to.bind(wish.limit + 1)}`
  const rows = await reader.rows<Holder>(text, to.values)
  return pageOf(rows, wish.limit, (row) => [row.name.toLowerCase(), row.id])
}

const VIA = 'select 1 from membership_roles mr join role_permissions p on p.role_id = mr.role_id where p.key = $1'

function pausedBy(member: MemberView, off: string | undefined): string | null {
  if (member.status === 'invited') return 'The invitation is not accepted yet.'
  if (member.status !== 'active') return `The membership is ${member.status}.`
  return off ? `${off} is not active.` : null
}
