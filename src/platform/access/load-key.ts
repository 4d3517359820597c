import { refuse } from '@/kernel/errors'
import type { Reach } from '@/kernel/permission'
import { isWithin } from '@/platform/access/addresses'
import { keyHash, type KeyText } from '@/platform/access/api-key'
import type { Queryable } from '@/platform/access/load-principal'
import type { Grant, OrganizationFacts, Principal } from '@/platform/access/principal'
import { signatureProblem } from '@/platform/access/signature'
import { liesUnder } from '@/platform/access/sql'
import { requestFacts } from '@/platform/http/request-facts'

// Whatever was suspended since – key, organization or one above it, creator, its membership, a role – counts at once.
const LOAD = `
select k.id, k.name, k.prefix, k.status, k.reach, k.branches, k.addresses, coalesce(k.signed, false) as signed,
  s.id as secret, s.signing_box as box, coalesce(k.expires_at <= now(), false) as "isExpired", coalesce(s.ends_at <= now(), false) as "isReplaced",
  (s.last_used_at is null or s.last_used_at < now() - interval '1 minute') as "isLongAgo",
  exists (select 1 from organizations a where a.id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[]) and a.status <> 'active') as "isOff",
  json_build_object('id', o.id, 'code', o.code, 'slug', o.slug, 'name', o.name, 'kind', o.kind, 'tree', o.tree_id,
    'path', string_to_array(trim(both '/' from o.path), '/'), 'currency', o.currency, 'zone', o.zone, 'locale', o.locale) as organization,
  m.id as membership,
  coalesce((select json_agg(json_build_object('permission', p.key, 'reach', p.reach, 'branch', mr.branch_id))
    from membership_roles mr join role_permissions p on p.role_id = mr.role_id
    where mr.membership_id = m.id and k.scopes @> to_jsonb(p.key::text)), '[]') as grants,
  case when o.parent_id is null or k.reach = 'organization' then '[]'::json else coalesce((select json_agg(d.id) from organizations d
    where ${liesUnder('d', 'o')} and d.id <> o.id), '[]') end as below
from api_keys k join api_key_secrets s on s.key_id = k.id and s.secret_hash = $2 join organizations o on o.id = k.organization_id
left join users u on u.id = k.creator_id and u.status = 'active'
left join memberships m on m.user_id = u.id and m.organization_id = k.organization_id and m.status = 'active'
where k.prefix = $1`

const TOUCH = `update api_key_secrets set last_used_at = now(), last_used_ip = $2 where id = $1::uuid
and (last_used_at is null or last_used_at < now() - interval '1 minute')`

interface LoadedKey {
  id: string
  name: string
  prefix: string
  status: 'active' | 'suspended' | 'revoked'
  reach: 'organization' | 'network'
  branches: string[] | null
  addresses: string[] | null
  signed: boolean
  secret: string
  box: string | null
  isExpired: boolean
  isReplaced: boolean
  isLongAgo: boolean
  isOff: boolean
  organization: OrganizationFacts
  membership: string | null
  grants: Grant[]
  below: string[]
}

/**
 * The program behind an API key. KEY_REFUSED says why not: whoever holds the secret may know what is wrong with the key,
 * everybody else reads that it is not known. Its last use is noted once a minute.
 */
export async function loadKey(db: Queryable, key: KeyText, headers: Headers): Promise<Principal> {
  const query = db.query.bind(db) as (config: object) => Promise<{ rows: LoadedKey[] }>
  const { rows } = await query({ name: 'tf_api_key', text: LOAD, values: [key.prefix, keyHash(key)] })
  const row = rows[0]
  if (!row) return refuse('KEY_REFUSED', { reason: 'it is not known here' })
  const { ip } = requestFacts({ headers })
  const problem = problemOf(row, ip) ?? (row.signed ? await signatureProblem(db, headers, { id: row.secret, key: row.id, box: row.box }) : null)
  if (problem) refuse('KEY_REFUSED', { reason: problem })
  if (row.isLongAgo) await query({ name: 'tf_api_key_used', text: TOUCH, values: [row.secret, ip] })
  return principalOfKey(row)
}

function problemOf(row: LoadedKey, ip: string | null): string | null {
  const problems: readonly (readonly [boolean, string])[] = [
    [row.status !== 'active', `it is ${row.status}`],
    [row.isExpired, 'it has expired'],
    [row.isReplaced, 'it was replaced by a newer secret'],
    [row.isOff, 'its organization is suspended'],
    [row.membership === null, 'the person who made it is no longer active there'],
    [!isWithin(ip, row.addresses), 'it may not be used from this address'],
  ]
  return problems.find(([isWrong]) => isWrong)?.[1] ?? null
}

function principalOfKey(row: LoadedKey): Principal {
  const grants = row.grants.flatMap((grant) => narrowed(grant, row))
  return {
    kind: 'key',
    id: row.id,
    name: `API key ${row.name} (${row.prefix})`,
    email: '',
    session: null,
    locale: null,
    zone: null,
    memberships: [{ id: row.membership ?? row.id, organization: row.organization, grants, below: row.below }],
  }
}

// A key limited to branches has every right in those branches only, and none beyond its own reach.
function narrowed(grant: Grant, { reach, branches }: LoadedKey): Grant[] {
  const capped: Grant = { ...grant, reach: cap(grant.reach, reach) }
  if (!branches || branches.length === 0) return [capped]
  if (grant.branch !== null) return branches.includes(grant.branch) ? [capped] : []
  return branches.map((branch) => ({ ...capped, reach: cap(capped.reach, 'branch'), branch }))
}

const ORDER: readonly Reach[] = ['own', 'branch', 'organization', 'network']

function cap(held: Reach, most: Reach): Reach {
  return ORDER.indexOf(held) <= ORDER.indexOf(most) ? held : most
}
