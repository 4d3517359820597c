import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface MemberView {
  id: string
  user: string
  organization: string
  tree: string
  organizationName: string
  name: string
  email: string
  title: string | null
  status: 'invited' | 'active' | 'suspended' | 'ended'
  roles: { id: string; role: string; name: string; branch: string | null; branchName: string | null }[]
  invitation: { id: string; expiresAt: string } | null
  createdAt: string
}

export interface MembersWish {
  organization?: string | undefined
  status?: string | undefined
  /** Key or id of a role the member has. */
  role?: string | undefined
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

const COLUMNS = `m.id, m.user_id as user, m.organization_id as organization, m.tree_id as tree, o.name as "organizationName", m.person_name as name,
  m.person_email as email, m.title, m.status, m.created_at as "createdAt",
  coalesce((select json_agg(json_build_object('id', r.id, 'role', r.key, 'name', r.name, 'branch', mr.branch_id, 'branchName', b.name) order by r.name, b.name)
    from membership_roles mr join roles r on r.id = mr.role_id left join branches b on b.id = mr.branch_id where mr.membership_id = m.id), '[]') as roles,
  (select json_build_object('id', i.id, 'expiresAt', i.expires_at) from invitations i
    where i.membership_id = m.id and i.status = 'open' order by i.id desc limit 1) as invitation`

const FROM = 'memberships m join organizations o on o.id = m.organization_id'

/** Members the reader reaches, by name; ended ones only when asked for. The cursor is the last id of the page before. */
export async function listMembers(reader: Reader, wish: MembersWish): Promise<MemberView[]> {
  const to = bindings()
  const where = [sqlOf(reader.reach('memberships'), 'm', to)]
  if (wish.organization) where.push(`m.organization_id = ${to.bind(wish.organization)}::uuid`)
  where.push(wish.status ? `m.status::text = ${to.bind(wish.status)}` : `m.status <> 'ended'`)
  if (wish.q) {
    const like = to.bind(`%${escaped(wish.q)}%`)
    where.push(`(m.person_name ilike ${like} or m.person_email ilike ${like})`)
  }
  if (wish.role) {
    const role = to.bind(wish.role)
    where.push(`exists (select 1 from membership_roles mr join roles r on r.id = mr.role_id where mr.membership_id = m.id and (r.key = ${role} or r.id::text = ${role}))`)
  }
  if (wish.cursor) where.push(`m.id > ${to.bind(wish.cursor)}::uuid`)
  return reader.rows<MemberView>(`select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by m.id limit ${to.bind(wish.limit)}`, to.values)
}

/** One member, or NOT_FOUND. */
export async function memberPage(reader: Reader, id: string): Promise<MemberView> {
  const to = bindings([id])
  const [member] = await reader.rows<MemberView>(`select ${COLUMNS} from ${FROM} where m.id = $1::uuid and ${sqlOf(reader.reach('memberships'), 'm', to)}`, to.values)
  return member ?? refuse('NOT_FOUND', { noun: 'The member' })
}

export interface Profile {
  id: string
  name: string
  email: string
  phone: string | null
  locale: string | null
  zone: string | null
  dateFormat: string | null
  currency: string | null
}

/** The signed-in person's own row. */
export async function ownProfile(reader: Reader): Promise<Profile> {
  const [row] = await reader.rows<Profile>('select id, name, email, phone, locale, zone, date_format as "dateFormat", currency from users where id = $1::uuid', [reader.principal.id], 'tf_own_profile')
  return row ?? refuse('UNAUTHENTICATED', {})
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
