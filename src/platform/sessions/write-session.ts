import { randomUUID } from 'node:crypto'
import type { Reader } from '@/platform/reader'
import type { Visitor } from '@/platform/sessions/visitor'

/** How long sessions live, and how many a person has. Times in seconds. */
export interface SessionRules {
  /** without a sign of life */
  idleSeconds: number
  /** whatever happens */
  absoluteSeconds: number
  /** the oldest end when there are more */
  limit: number
}

/** What a session begins with. `hash`: only when this still is the stored password of the person. */
export interface SessionWish {
  user: string
  visitor: Visitor
  device: string | null
  rules: SessionRules
  tokenSeconds: number
  hash: string | null
}

const OPEN = `with stale as (delete from users_sessions where _parent_id = $1::uuid and expires_at <= now()),
opened as (insert into users_sessions (_order, _parent_id, id, created_at, expires_at)
  select 1, u.id, $2, now(), now() + make_interval(secs => least($3, $4)::float8) from users u
  where u.id = $1::uuid and u.status = 'active' and ($5::text is null or u.hash = $5) returning id)
insert into session_facts (session, user_id, ip, network, agent, device, browser, system, place, known_device, absolute_at, idle_seconds)
select id, $1::uuid, $6, $7, $8, $9, $10, $11, $12, $13, now() + make_interval(secs => $4::float8), $14::int from opened returning session`

const TRIM = `delete from users_sessions where id in (select session from session_facts f join users_sessions s on s.id = f.session
  where f.user_id = $1::uuid and s.expires_at > now() order by f.created_at desc, f.session desc offset $2)`

const EXTEND = `update users_sessions s set expires_at = least(now() + make_interval(secs => $3::float8), f.absolute_at) from session_facts f
where s.id = $2 and f.session = s.id and s._parent_id = $1::uuid and s.expires_at > now()
returning extract(epoch from s.expires_at)::float8 as "expiresAt"`

/** Opens a session with a new id and ends the oldest beyond the limit. Null when the person may not have one (any more). */
export async function writeSession(reader: Reader, { user, visitor, device, rules, tokenSeconds, hash }: SessionWish): Promise<string | null> {
  const { ip, network, agent, device: machine, browser, system, place } = visitor
  const values = [user, randomUUID(), tokenSeconds, rules.absoluteSeconds, hash, ip, network, agent, machine, browser, system, place, device, rules.idleSeconds]
  const [opened] = await reader.rows<{ session: string }>(OPEN, values, 'tf_session_open')
  if (opened) await reader.rows(TRIM, [user, rules.limit], 'tf_session_trim')
  return opened?.session ?? null
}

/** Extends a session, never beyond its absolute end. Answers the new end in seconds since 1970, null when it is over. */
export async function extendSession(reader: Reader, user: string, session: string, tokenSeconds: number): Promise<number | null> {
  const [extended] = await reader.rows<{ expiresAt: number }>(EXTEND, [user, session, tokenSeconds], 'tf_session_extend')
  return extended ? Math.floor(extended.expiresAt) : null
}
