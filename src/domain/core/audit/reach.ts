import { ACTIONS } from '@/domain/core/audit/actions'
import type { AuditWish } from '@/domain/core/queries/audit'
import { isEmptyScope, type Scope } from '@/platform/access/scope'
import { sqlOf, type Bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface AuditConditions {
  /** Which entries the reader may see at all. */
  scoped: string
  /** True where the row belongs to an organization the reader oversees. */
  owned: string
  /** True where the actor is one of its people. */
  ownActor: string
  conditions: string[]
}

/**
 * The log has the tenant columns of an owned collection that reaches down. Whoever oversees an organization sees what
 * happened to its rows, and what its people did to the rows of others.
 */
export function auditConditions(reader: Reader, wish: AuditWish & { id?: string }, to: Bindings): AuditConditions {
  const scope = scopeOf(reader)
  const { owned, scoped } = seenBy(scope, to)
  const ownActor = `(a.actor_id is null or exists (select 1 from memberships m where m.user_id = a.actor_id and ${sqlOf(scope, 'm', to)}))`
  return { scoped, owned, ownActor, conditions: wished(wish, to) }
}

/** The conditions of all entries the search shows a reader. */
export function seenConditions(reader: Reader, wish: AuditWish, to: Bindings): string[] {
  return [seenBy(scopeOf(reader), to).scoped, ...wished(wish, to)]
}

function seenBy(scope: Scope, to: Bindings): Pick<AuditConditions, 'owned' | 'scoped'> {
  const owned = sqlOf(scope, 'a', to)
  const theirs = isEmptyScope(scope) ? 'false' : `a.on_behalf_of_id = any(${to.bind([...new Set(scope.owners)])}::uuid[])`
  return { owned, scoped: `(${owned} or ${theirs})` }
}

/** The conditions of entries about rows of organizations the reader oversees, and nothing else. */
export function ownedConditions(reader: Reader, wish: AuditWish, to: Bindings): string[] {
  return [sqlOf(scopeOf(reader), 'a', to), ...wished(wish, to)]
}

function scopeOf(reader: Reader) {
  return { ...reader.reach('security-events', 'audit.read'), authored: [], branches: [] }
}

// Words are looked for in a quarter of a year unless a time is given: nobody waits for all of it.
const WORDS_DAYS = 92

function wished(wish: AuditWish & { id?: string }, to: Bindings): string[] {
  const wanted: [unknown, (place: string) => string][] = [
    [wish.id, (place) => `a.id = ${place}::uuid`],
    [wish.operation, (place) => `(a.operation = ${place} or a.operation like ${place} || '.%')`],
    [wish.action && ACTIONS[wish.action], (place) => `a.operation = any(${place}::text[])${outcomeOf(wish.action)}`],
    [wish.outcome, (place) => `a.outcome::text = ${place}`],
    [wish.actor, (place) => `a.actor_id = ${place}::uuid`],
    [wish.organization, (place) => `(a.organization_id = ${place}::uuid or a.on_behalf_of_id = ${place}::uuid)`],
    [wish.subjectType, (place) => `a.subject_type = ${place}`],
    [wish.subject, (place) => `a.subject = ${place}`],
    [wish.from, (place) => `a.at >= ${place}::timestamptz`],
    [wish.to, (place) => `a.at < ${place}::timestamptz`],
    [wish.cursor, (place) => `a.seq < ${place}::bigint`],
    [wish.q && `%${wish.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`, (place) => words(place, wish.from)],
  ]
  return wanted.flatMap(([value, sql]) => (value ? [sql(to.bind(value))] : []))
}

function outcomeOf(action: string | undefined): string {
  if (action === 'LOGIN') return " and a.outcome <> 'failure'"
  return action === 'LOGIN_FAILED' ? " and a.outcome = 'failure'" : ''
}

function words(place: string, from: string | undefined): string {
  const where = [
    ...['a.operation', 'a.subject', 'a.subject_type', 'a.reason', 'a.request_id', 'u.name', 'a.actor_name', 'o.name', 'b.name', 'a.changes::text'],
  ]
  const since = from ? '' : ` and a.at > now() - interval '${WORDS_DAYS} days'`
  return `((${where.map((column) => `${column} ilike ${place}`).join(' or ')})${since})`
}
