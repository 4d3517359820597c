import { apiKeysFeature } from '@/domain/identity/settings'
import { refuse } from '@/kernel/errors'
import type { Action } from '@/platform/actions'
import { sideOf } from '@/platform/access/scope'
import { bindings, sqlOf } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import { hasFeature } from '@/platform/features'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

export interface ApiKeyView {
  id: string
  name: string
  prefix: string
  status: 'active' | 'suspended' | 'revoked'
  organization: string
  tree: string
  organizationName: string
  creator: string
  creatorName: string
  /** True while the person who made it is active there: without it the key does nothing. */
  isBacked: boolean
  scopes: string[]
  reach: 'organization' | 'network'
  branches: string[] | null
  addresses: string[] | null
  signed: boolean
  expiresAt: Date | null
  isExpired: boolean
  createdAt: Date
  lastUsedAt: Date | null
  lastUsedIp: string | null
  /** Secrets that work now, the older first; `endsAt` of one that was replaced. */
  secrets: { createdAt: string; endsAt: string | null; lastUsedAt: string | null }[]
}

export interface ApiKeysWish {
  organization?: string | undefined
  status?: string | undefined
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

const COLUMNS = `k.id, k.name, k.prefix, k.status, k.organization_id as organization, k.tree_id as tree, o.name as "organizationName", k.creator_id as creator,
  coalesce((select m.person_name from memberships m where m.user_id = k.creator_id and m.organization_id = k.organization_id order by m.id desc limit 1), 'Somebody who left') as "creatorName",
  exists (select 1 from memberships m join users u on u.id = m.user_id and u.status = 'active' where m.user_id = k.creator_id and m.organization_id = k.organization_id and m.status = 'active') as "isBacked",
  k.scopes, k.reach, k.branches, k.addresses, coalesce(k.signed, false) as signed, k.expires_at as "expiresAt", coalesce(k.expires_at <= now(), false) as "isExpired", k.created_at as "createdAt",
  used.at as "lastUsedAt", used.ip as "lastUsedIp",
  coalesce((select json_agg(json_build_object('createdAt', s.created_at, 'endsAt', s.ends_at, 'lastUsedAt', s.last_used_at) order by s.created_at)
    from api_key_secrets s where s.key_id = k.id and coalesce(s.ends_at > now(), true)), '[]') as secrets`

const FROM = `api_keys k join organizations o on o.id = k.organization_id
left join lateral (select s.last_used_at as at, s.last_used_ip as ip from api_key_secrets s where s.key_id = k.id and s.last_used_at is not null order by s.last_used_at desc limit 1) used on true`

/** Keys the reader sees, newest first; revoked ones only when asked for. */
export async function listApiKeys(reader: Reader, wish: ApiKeysWish): Promise<Page<ApiKeyView>> {
  const to = bindings()
  const where = [sqlOf(reader.reach('api-keys'), 'k', to)]
  if (wish.organization) where.push(`k.organization_id = ${to.bind(wish.organization)}::uuid`)
  where.push(wish.status ? `k.status::text = ${to.bind(wish.status)}` : `k.status <> 'revoked'`)
  if (wish.q) {
    const like = to.bind(`%${wish.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
    where.push(`(k.name ilike ${like} or k.prefix ilike ${like} or o.name ilike ${like})`)
  }
  if (wish.cursor) where.push(`k.id < ${to.bind(readCursor(wish.cursor)[1])}::uuid`)
  const rows = await reader.rows<ApiKeyView>(`select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by k.id desc limit ${to.bind(wish.limit + 1)}`, to.values)
  return pageOf(rows, wish.limit, (row) => [row.id, row.id])
}

/** One key, or NOT_FOUND. */
export async function apiKeyPage(reader: Reader, id: string): Promise<ApiKeyView> {
  const to = bindings([id])
  const [key] = await reader.rows<ApiKeyView>(`select ${COLUMNS} from ${FROM} where k.id = $1::uuid and ${sqlOf(reader.reach('api-keys'), 'k', to)}`, to.values)
  return key ?? refuse('NOT_FOUND', { noun: 'The API key' })
}

const BUTTONS: readonly (Omit<Action, 'allowed' | 'reason'> & { from: readonly string[] })[] = [
  { verb: 'rotate', label: 'Rotate secret', from: ['active'] },
  { verb: 'retire', label: 'End the older secret', from: ['active', 'suspended'], confirm: 'Programs that still use it are refused from now on.' },
  { verb: 'suspend', label: 'Suspend', tone: 'danger', from: ['active'], confirm: 'Its next request is refused.' },
  { verb: 'resume', label: 'Resume', from: ['suspended'] },
  { verb: 'revoke', label: 'Revoke', tone: 'danger', from: ['active', 'suspended'], confirm: 'The key ends for good. Programs that use it need a new one.' },
]

// What makes a key work again or anew; ending one is always possible.
const FEATURED = ['rotate', 'resume']

/** What the reader may do with a key now. */
export async function apiKeyActions(reader: Reader, id: string): Promise<Action[]> {
  const key = await apiKeyPage(reader, id)
  const isReached = sideOf(reader.reach('api-keys', 'api-key.write'), key) === 'owner'
  const isFeature = await hasFeature(reader, apiKeysFeature, key.organization)
  const isOwn = reader.principal.memberships.some(({ organization }) => organization.id === key.organization)
  return BUTTONS.map(({ from, ...button }): Action => {
    const reasons: readonly (readonly [boolean, string])[] = [
      [!isReached, 'You need the permission api-key.write to do this.'],
      [!from.includes(key.status), `The key is ${key.status}.`],
      [!isFeature && FEATURED.includes(button.verb), `${apiKeysFeature.label}: switched off for ${key.organizationName}; its headquarters can switch it on.`],
      [button.verb === 'rotate' && !isOwn, `Only people of ${key.organizationName} make its secrets.`],
      [button.verb === 'rotate' && key.secrets.length > 1, 'Two secrets are active; end the older one first.'],
      [button.verb === 'retire' && key.secrets.length < 2, 'There is no older secret that still works.'],
    ]
    const reason = reasons.find(([isInTheWay]) => isInTheWay)?.[1]
    return { ...button, allowed: reason === undefined, ...(reason === undefined ? {} : { reason }) }
  })
}
