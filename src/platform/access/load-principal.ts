import type { Pool, PoolClient } from 'pg'
import type { Membership, OrganizationFacts, Principal } from '@/platform/access/principal'
import { liesUnder } from '@/platform/access/sql'
import { requestFacts } from '@/platform/http/request-facts'
import { networkOf } from '@/platform/sessions/network'

/** Anything that runs a statement: a pool or the client of a transaction. */
export interface Queryable {
  query: Pool['query'] | PoolClient['query']
}

// One statement per request: session, person, memberships, roles. Suspended people, memberships and organizations
// (or one above them) drop out here, so a suspension counts from the next request on.
const LOAD = `
select u.id, u.name, u.email, u.locale, u.zone, json_build_object('dateFormat', u.date_format, 'currency', u.currency) as reading,
  s.id as session, f.last_seen_at < now() - interval '1 minute' as "isLongAgo", coalesce((
  select json_agg(json_build_object('id', m.id,
    'organization', json_build_object('id', o.id, 'code', o.code, 'slug', o.slug, 'name', o.name, 'kind', o.kind,
      'tree', o.tree_id, 'path', string_to_array(trim(both '/' from o.path), '/'),
      'currency', o.currency, 'zone', o.zone, 'locale', o.locale),
    'grants', coalesce((select json_agg(json_build_object('permission', p.key, 'reach', p.reach, 'branch', mr.branch_id))
      from membership_roles mr join role_permissions p on p.role_id = mr.role_id where mr.membership_id = m.id), '[]'),
    'below', case when o.parent_id is null then '[]'::json else coalesce((select json_agg(d.id) from organizations d
      where ${liesUnder('d', 'o')} and d.id <> o.id), '[]') end) order by o.kind, o.slug)
  from memberships m join organizations o on o.id = m.organization_id
  where m.user_id = u.id and m.status = 'active' and not exists (select 1 from organizations a
    where a.id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[]) and a.status not in ('active'))), '[]') as memberships
from users u left join (users_sessions s join session_facts f on f.session = s.id) on s._parent_id = u.id and s.id = $2 and s.expires_at > now()
  and f.absolute_at > now() and f.last_seen_at > now() - make_interval(secs => f.idle_seconds)
where u.id = $1::uuid and u.status = 'active' and ($2::text is null or s.id is not null)`

interface LoadedRow {
  id: string
  name: string
  email: string
  locale: string | null
  zone: string | null
  session: string | null
  isLongAgo: boolean | null
  reading: { dateFormat: string | null; currency: string | null }
  memberships: Membership[]
}

const SEEN = `update session_facts set last_seen_at = now(), ip = coalesce($2, ip), network = case when $2::text is null then network else $3 end
where session = $1 and last_seen_at < now() - interval '1 minute'`

/**
 * Loads who acts. With a session id the session must be alive; without one (jobs, command line) only the person counts.
 * Null: unknown, suspended, signed out or expired. With the headers of a request the session was seen just now, which is
 * written at most once a minute.
 */
export async function loadPrincipal(db: Queryable, user: string, session: string | null, headers?: Headers): Promise<Principal | null> {
  const query = db.query.bind(db) as (config: object) => Promise<{ rows: LoadedRow[] }>
  const { rows } = await query({ name: 'tf_principal', text: LOAD, values: [user, session] })
  if (!rows[0]) return null
  const { isLongAgo, ...person } = rows[0]
  if (isLongAgo && headers) {
    const { ip } = requestFacts({ headers })
    await query({ name: 'tf_session_seen', text: SEEN, values: [session, ip, networkOf(ip)] })
  }
  return { kind: 'person', ...person }
}

const ORGANIZATION = `
select id, code, slug, name, kind, tree_id as tree, string_to_array(trim(both '/' from path), '/') as path, currency, zone, locale
from organizations where id = $1::uuid`

/** The facts of one organization, for jobs that act in its name. */
export async function loadOrganization(db: Queryable, id: string): Promise<OrganizationFacts | null> {
  const query = db.query.bind(db) as (config: object) => Promise<{ rows: OrganizationFacts[] }>
  const { rows } = await query({ name: 'tf_organization', text: ORGANIZATION, values: [id] })
  return rows[0] ?? null
}
