import type { PoolClient } from 'pg'
import { MASKED, type Classified } from '@/kernel/data-class'
import type { Queryable } from '@/platform/access/load-principal'
import type { Principal } from '@/platform/access/principal'
import type { Tenancy } from '@/platform/access/scope'
import { keysFor } from '@/platform/privacy/subject-keys'
import { sealValue } from '@/platform/privacy/sealed-value'

export type Changes = Record<string, { from: unknown; to: unknown }>
export type Outcome = 'success' | 'failure' | 'pending'

/** One entry of the audit log before its personal values are sealed. */
export interface AuditEntry {
  operation: string
  outcome: Outcome
  reason: string | null
  actor: string | null
  /** Who acted when it was no person; people are looked up by their id. */
  actorName: string | null
  onBehalfOf: string | null
  organization: string | null
  tree: string | null
  subjectType: string
  subject: string | null
  changes: Changes
  /** Whose personal values `changes` holds, and which fields they are. */
  person: { id: string; classes: ReadonlyMap<string, Classified> } | null
  requestId: string
  ip: string | null
  agent: string | null
}

/** An entry as it is stored. */
export type StoredEntry = Omit<AuditEntry, 'person'>

const QUIET = new Set(['updatedAt', 'createdAt', 'revision', 'id', 'sessions', 'hash', 'salt', 'password', 'collection'])

/** What differs between two states of a row, field by field; stamps and secrets stay out. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const changes: Changes = {}
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (QUIET.has(key)) continue
    const from = plain(before[key])
    const to = plain(after[key])
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[key] = { from, to }
  }
  return changes
}

/** Who acted, as an entry names it: people by their id, so that their name can be erased; the rest by name. */
export function actorOf(principal: Principal | null): Pick<AuditEntry, 'actor' | 'actorName'> {
  if (principal?.kind === 'person') return { actor: principal.id, actorName: null }
  return { actor: null, actorName: principal?.name ?? 'system' }
}

/** The organization somebody worked for: the chosen one, else the only one. */
export function workingFor(principal: Principal | null, chosen: string | null | undefined): string | null {
  const all = principal?.memberships.map((one) => one.organization) ?? []
  const meant = chosen ? all.find((one) => [one.id, one.slug, one.code].includes(chosen)) : undefined
  return (meant ?? (all.length === 1 ? all[0] : undefined))?.id ?? null
}

/**
 * Whose key seals the personal values of a row: the person it is about, else the other party of a document (its people
 * are meant, and it stays for as long as the document must), else the row itself.
 */
export function personOf(slug: string, tenancy: Tenancy, row: Record<string, unknown>): string | null {
  const ids = [slug === 'users' ? row['id'] : null, row['user'], tenancy === 'two-party' ? (row['counterparty'] ?? row['organization']) : null, row['id']]
  const found = ids.map(idOf).find((one) => one !== null)
  return found ?? null
}

/** Seals the personal values of entries: those of the changed row, and where the person who acted came from. */
export async function sealEntries(db: Queryable, entries: readonly AuditEntry[]): Promise<StoredEntry[]> {
  const subjects = new Set<string>()
  for (const entry of entries) for (const one of subjectsOf(entry)) subjects.add(one)
  const keys = subjects.size === 0 ? new Map<string, Buffer>() : await keysFor(db, [...subjects])
  return entries.map((entry) => sealed(entry, keys))
}

/** One insert for all entries. Rows are sealed into the chain later by a job; nothing can change or remove them. */
export async function writeAudit(client: PoolClient, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const stored = await sealEntries(client, entries)
  await client.query({ name: 'tf_audit', text: AUDIT_INSERT, values: [JSON.stringify(stored)] })
}

export const AUDIT_INSERT = `
insert into audit_log (id, operation, outcome, reason, actor_id, actor_name, on_behalf_of_id, organization_id, tree_id, subject_type, subject, changes,
  request_id, ip, agent, at)
select gen_random_uuid(), x.operation, x.outcome::enum_audit_log_outcome, x.reason, x.actor, x."actorName", x."onBehalfOf", x.organization, x.tree,
  x."subjectType", x.subject, x.changes, x."requestId", x.ip, x.agent, clock_timestamp()
from json_to_recordset($1::json) as x(operation text, outcome text, reason text, actor uuid, "actorName" text, "onBehalfOf" uuid, organization uuid,
  tree uuid, "subjectType" text, subject text, changes jsonb, "requestId" text, ip text, agent text)`

function subjectsOf({ person, changes, actor, ip, agent }: AuditEntry): string[] {
  const isPersonal = person && Object.keys(changes).some((field) => person.classes.get(field)?.pii)
  return [...(isPersonal ? [person.id] : []), ...(actor && (ip ?? agent) ? [actor] : [])]
}

function sealed({ person, ...entry }: AuditEntry, keys: ReadonlyMap<string, Buffer>): StoredEntry {
  const origin = (field: 'ip' | 'agent') => sealedFor(entry.actor, field, entry[field], keys)
  return { ...entry, changes: sealedChanges(entry.changes, person, keys), ip: origin('ip'), agent: origin('agent') }
}

function sealedChanges(changes: Changes, person: AuditEntry['person'], keys: ReadonlyMap<string, Buffer>): Changes {
  if (!person) return changes
  const write = (field: string, value: unknown): unknown => {
    const said = person.classes.get(field)
    if (value === null || !said) return value
    if (said.pii) return sealedFor(person.id, field, value, keys)
    // A secret that was not personal: that it changed is all the log may tell.
    return said.class === 'restricted' && typeof value === 'string' ? MASKED : value
  }
  return Object.fromEntries(Object.entries(changes).map(([field, { from, to }]) => [field, { from: write(field, from), to: write(field, to) }]))
}

function sealedFor<T>(subject: string | null, field: string, value: T, keys: ReadonlyMap<string, Buffer>): T | string {
  const key = subject ? keys.get(subject) : undefined
  return value === null || subject === null || !key ? value : sealValue(value, subject, field, key)
}

function plain(value: unknown): unknown {
  if (value === undefined) return null
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object' && value !== null && 'id' in value && 'createdAt' in value) return value.id
  return value
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null
}
