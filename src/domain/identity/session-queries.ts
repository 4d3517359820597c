import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'
import { memberPage } from '@/domain/identity/queries/members'

/** A session somebody is signed in with. */
export interface SessionView {
  id: string
  device: string | null
  browser: string | null
  system: string | null
  ip: string | null
  network: string
  place: string | null
  createdAt: string
  lastSeenAt: string
  /** when it ends whatever happens */
  endsAt: string
  isCurrent: boolean
}

/** The same with whose it is, for administrators. */
export interface PersonSessionView extends SessionView {
  member: string
  name: string
  email: string
  organizationName: string
}

/** One line of the history of sign-ins. */
export interface SignInView {
  id: string
  at: string
  outcome: string
  device: string | null
  browser: string | null
  system: string | null
  ip: string | null
  network: string
  place: string | null
  isNewDevice: boolean
}

const SESSION = `f.session as id, f.device, f.browser, f.system, f.ip, f.network, f.place, f.created_at as "createdAt", f.last_seen_at as "lastSeenAt",
  f.absolute_at as "endsAt"`
const ALIVE = `s.expires_at > now() and f.absolute_at > now() and f.last_seen_at > now() - make_interval(secs => f.idle_seconds)`
const FROM = 'session_facts f join users_sessions s on s.id = f.session'
const SIGN_INS = `select id::text, at, outcome, device, browser, system, ip, network, place, is_new_device as "isNewDevice"
from sign_ins where user_id = $1::uuid and ($2::bigint is null or id < $2::bigint) order by sign_ins.id desc limit $3`

/** The reader's own sessions, the present one first. */
export async function ownSessions(reader: Reader): Promise<SessionView[]> {
  return sessionsOf(reader, reader.principal.id)
}

/** Sessions of a member one looks after. NOT_FOUND like a member who does not exist. */
export async function memberSessions(reader: Reader, member: string): Promise<SessionView[]> {
  return sessionsOf(reader, (await lookedAfter(reader, member)).user)
}

/** Every session of the people one looks after, the one seen last first. */
export async function allSessions(reader: Reader, wish: { cursor?: string | undefined; limit: number }): Promise<Page<PersonSessionView>> {
  const to = bindings([reader.principal.session])
  const after = wish.cursor ? readCursor(wish.cursor) : null
  const seek = after ? `and (f.last_seen_at, f.session) < (${to.bind(after[0])}::timestamptz, ${to.bind(after[1])})` : ''
  const text = `select ${SESSION}, f.session = $1 as "isCurrent", m.id as member, m.person_name as name, m.person_email as email, m."organizationName",
      f.last_seen_at::text as at
    from ${FROM} join lateral (${memberOf(reader, to)}) m on true where ${ALIVE} ${seek} order by f.last_seen_at desc, f.session desc limit ${to.bind(wish.limit + 1)}`
  const rows = await reader.rows<PersonSessionView & { at: string }>(text, to.values)
  const page = pageOf(rows, wish.limit, (row) => [row.at, row.id])
  return { ...page, rows: page.rows.map(({ at: _, ...row }) => row) }
}

/** The reader's own sign-ins, newest first. The cursor is the last id of the page before. */
export async function ownSignIns(reader: Reader, wish: { cursor?: string | undefined; limit: number }): Promise<Page<SignInView>> {
  return signInsOf(reader, reader.principal.id, wish)
}

/** Sign-ins of a member one looks after. */
export async function memberSignIns(reader: Reader, member: string, wish: { cursor?: string | undefined; limit: number }): Promise<Page<SignInView>> {
  return signInsOf(reader, (await lookedAfter(reader, member)).user, wish)
}

// A member is found with the permission to see sessions, not only with the one to see people.
async function lookedAfter(reader: Reader, member: string) {
  return memberPage({ ...reader, reach: (slug) => reader.reach(slug, 'session.read') }, member)
}

async function sessionsOf(reader: Reader, user: string): Promise<SessionView[]> {
  const text = `select ${SESSION}, f.session is not distinct from $2 as "isCurrent" from ${FROM}
    where f.user_id = $1::uuid and ${ALIVE} order by "isCurrent" desc, f.last_seen_at desc, f.session`
  return reader.rows<SessionView>(text, [user, reader.principal.session], 'tf_sessions_of')
}

function memberOf(reader: Reader, to: Bindings): string {
  return `select m.id, m.person_name, m.person_email, o.name as "organizationName" from memberships m join organizations o on o.id = m.organization_id
    where m.user_id = f.user_id and m.status <> 'ended' and ${sqlOf(reader.reach('memberships', 'session.read'), 'm', to)} order by m.id limit 1`
}

async function signInsOf(reader: Reader, user: string, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<SignInView>> {
  const rows = await reader.rows<SignInView>(SIGN_INS, [user, cursor ?? null, limit + 1], 'tf_sign_ins_of')
  const page = rows.slice(0, limit)
  return { rows: page, limit, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}
