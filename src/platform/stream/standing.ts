import type { Pool } from 'pg'
import { liesUnder } from '@/platform/access/sql'

/** On what a stream's right to be open rests: a session of a person, or a secret of an API key. */
export type Basis = { kind: 'person'; id: string; session: string } | { kind: 'key'; id: string; secretHash: Buffer }

// What somebody may do, as one text: active memberships under active organizations with what their roles give. It is
// compared, never read; any change of it ends the stream, which comes back with the new rights or is refused.
const RIGHTS = `select m.user_id, m.organization_id, md5(string_agg(m.id || ' ' || coalesce(r.grants, ''), ',' order by m.id)) as rights, string_agg(o.path || ' ' || coalesce(b.below, ''), ',' order by m.id) as places
from memberships m join organizations o on o.id = m.organization_id
left join lateral (select md5(string_agg(mr.role_id || ' ' || coalesce(mr.branch_id::text, '') || ' ' || g.digest, ',' order by mr.id)) as grants
  from membership_roles mr join granted g on g.role_id = mr.role_id where mr.membership_id = m.id) r on true
left join lateral (select md5(string_agg(d.id::text, ',' order by d.id)) as below from organizations d
  where o.parent_id is not null and ${liesUnder('d', 'o')}) b on true
where m.status = 'active' and m.user_id in (select user_id from wanted) and not exists (select 1 from organizations a
  where a.id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[]) and a.status <> 'active')
group by m.user_id, m.organization_id`
const GRANTED = `select p.role_id, md5(string_agg(p.key || ' ' || p.reach, ',' order by p.key, p.reach)) as digest from role_permissions p
where p.role_id in (select mr.role_id from membership_roles mr join memberships m on m.id = mr.membership_id where m.user_id in (select user_id from wanted))
group by p.role_id`

const PEOPLE = `with wanted as (select n, user_id, session from unnest($1::uuid[], $2::text[]) with ordinality as w(user_id, session, n)),
granted as (${GRANTED}), rights as (${RIGHTS})
select w.n::int as n, (select md5(coalesce(string_agg(r.rights || r.places, ',' order by r.organization_id), '')) from rights r where r.user_id = w.user_id) as standing
from wanted w join users u on u.id = w.user_id and u.status = 'active'
join users_sessions s on s.id = w.session and s._parent_id = u.id and s.expires_at > now()
join session_facts f on f.session = s.id and f.absolute_at > now() and f.last_seen_at > now() - make_interval(secs => f.idle_seconds)`

const KEYS = `with asked as (select n, key_id, hash from unnest($1::uuid[], $2::bytea[]) with ordinality as w(key_id, hash, n)),
wanted as (select k.creator_id as user_id from asked join api_keys k on k.id = asked.key_id), granted as (${GRANTED}), rights as (${RIGHTS})
select w.n::int as n, md5(r.rights || r.places || k.scopes::text || k.reach || coalesce(k.branches::text, '') || coalesce(k.addresses::text, '')) as standing
from asked w join api_keys k on k.id = w.key_id and k.status = 'active' and (k.expires_at is null or k.expires_at > now())
join api_key_secrets s on s.key_id = k.id and s.secret_hash = w.hash and (s.ends_at is null or s.ends_at > now())
join users u on u.id = k.creator_id and u.status = 'active'
join rights r on r.user_id = k.creator_id and r.organization_id = k.organization_id`

/**
 * Where the holders of streams stand now, in the order asked: the same text as before means nothing has changed, null
 * that the session or key is over. Two statements however many there are.
 */
export async function standingsOf(pool: Pool, bases: readonly Basis[]): Promise<(string | null)[]> {
  const found: (string | null)[] = bases.map(() => null)
  const people = bases.flatMap((basis, at) => (basis.kind === 'person' ? [{ at, values: [basis.id, basis.session] }] : []))
  const keys = bases.flatMap((basis, at) => (basis.kind === 'key' ? [{ at, values: [basis.id, basis.secretHash] }] : []))
  for (const [name, text, asked] of [['tf_stream_people', PEOPLE, people], ['tf_stream_keys', KEYS, keys]] as const) {
    if (asked.length === 0) continue
    const values = [asked.map((one) => one.values[0]), asked.map((one) => one.values[1])]
    const { rows } = await pool.query<{ n: number; standing: string }>({ name, text, values })
    for (const { n, standing } of rows) found[asked[n - 1]?.at ?? -1] = standing
  }
  return found
}
