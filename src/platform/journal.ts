import type { Payload } from 'payload'
import type { PoolClient } from 'pg'
import { v7 } from 'uuid'
import { DomainError } from '@/kernel/errors'
import type { OrganizationFacts, Principal } from '@/platform/access/principal'
import { actorOf, changesBetween, personOf, sealEntries, workingFor, type AuditEntry } from '@/platform/audit'
import { databaseErrorOf } from '@/platform/http/refusal'
import type { RequestFacts } from '@/platform/http/request-facts'
import type { Operation, RecordedAct, Subject } from '@/platform/operation'
import { topicsOf } from '@/platform/stream/topics'
import { tableFor, type Table } from '@/platform/tables'
import { collectInsert, isEmpty, noWrites, statementOf, type Writes } from '@/platform/writes'

export interface Touched {
  table: Table
  id: string
  values: Record<string, unknown>
  isNew: boolean
}

/** Everything an operation collected: rows to write, what they were before, events to announce. */
export interface Journal {
  writes: Writes
  before: Map<string, Record<string, unknown>>
  touched: Touched[]
  /** what was done without changing an audited row */
  acts: RecordedAct[]
  events: { name: string; subject: Subject; data: Record<string, unknown>; stream?: string | undefined }[]
  /** how many events were written in all */
  announced: number
  /** whose streams have something new once it is committed */
  topics: Set<string>
}

interface FlushParts {
  payload: Payload
  client: PoolClient
  principal: Principal
  operation: Operation
  now: Date
  facts: RequestFacts
  /** The organization the operation acts for; else the one the principal works for. */
  organization?: OrganizationFacts | null
  journal: Journal
}

export function emptyJournal(): Journal {
  return { writes: noWrites(), before: new Map(), touched: [], acts: [], events: [], announced: 0, topics: new Set() }
}

/** Writes the journal in one statement, with its audit entries and outbox events, and empties it. */
export async function flushJournal(parts: FlushParts): Promise<void> {
  await (await sendJournal(parts)).written
}

/** The same without waiting for the answer: COMMIT may be sent in the same write. CONFLICT where a row was not there. */
export async function sendJournal(parts: FlushParts): Promise<{ written: Promise<unknown> }> {
  const { journal, client } = parts
  for (const topic of topicsOf(journal)) journal.topics.add(topic)
  await collectAudit(parts)
  collectEvents(parts)
  if (isEmpty(journal.writes)) return { written: Promise.resolve() }
  const written = client.query(statementOf(journal.writes)).catch(conflict)
  remember(journal)
  Object.assign(journal, { writes: noWrites(), touched: [], acts: [], events: [] })
  return { written }
}

function conflict(error: unknown): never {
  const found = databaseErrorOf(error)
  if (found?.code === 'TF001') throw new DomainError('CONFLICT', { reason: found.message })
  throw error
}

async function collectAudit(parts: FlushParts): Promise<void> {
  const audit = tableFor(parts.payload, 'audit-log')
  const entries = merged(parts.journal.touched).flatMap((one) => (one.table.meta.audited ? [entryOf(parts, one)] : []))
  const acts = parts.journal.acts.map((act) => actEntry(parts, act))
  for (const entry of await sealEntries(parts.client, [...entries, ...acts])) collectInsert(parts.journal.writes, audit, v7(), { ...entry, at: parts.now })
}

function entryOf({ principal, operation, organization, facts, journal }: FlushParts, { table, id, values, isNew }: Touched): AuditEntry {
  const known = journal.before.get(id) ?? {}
  const row: Record<string, unknown> = { ...known, ...values, id }
  const person = personOf(table.slug, table.meta.tenancy, row)
  return {
    operation: operation.name,
    outcome: operation.outcome ?? 'success',
    reason: null,
    ...actorOf(principal),
    onBehalfOf: organization?.id ?? workingFor(principal, null),
    organization: table.meta.tenancy === 'organization' ? id : textOf(row['organization']),
    tree: textOf(row['tree']),
    subjectType: table.slug,
    subject: id,
    changes: changesBetween(isNew ? {} : pick(known, Object.keys(values)), values),
    person: person ? { id: person, classes: table.classes } : null,
    requestId: facts.requestId,
    ip: facts.ip,
    agent: facts.agent,
  }
}

function actEntry({ principal, organization, facts }: FlushParts, { reason, actor, tree: named, changes = {}, ...act }: RecordedAct): AuditEntry {
  const tree = [organization, ...principal.memberships.map((one) => one.organization)].find((one) => one?.id === act.organization)?.tree ?? named ?? null
  const who = actor === undefined ? actorOf(principal) : { actor, actorName: null }
  return {
    ...{ ip: facts.ip, agent: facts.agent, ...act, ...who, reason: reason ?? null, tree },
    ...{ onBehalfOf: act.organization, changes, person: null, requestId: facts.requestId },
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function collectEvents({ payload, principal, now, facts, journal }: FlushParts): void {
  const outbox = tableFor(payload, 'outbox-events')
  journal.announced += journal.events.length
  for (const { name, subject, data } of journal.events) {
    collectInsert(journal.writes, outbox, v7(), {
      name,
      subjectType: subject.type,
      subject: subject.id,
      data,
      organization: subject.organization,
      counterparty: subject.counterparty ?? null,
      actor: principal.kind === 'person' ? principal.id : null,
      at: now,
      dispatchedAt: null,
      attempts: 0,
      requestId: facts.requestId,
    })
  }
}

function merged(touched: readonly Touched[]): Touched[] {
  const byId = new Map<string, Touched>()
  for (const one of touched) {
    const known = byId.get(one.id)
    byId.set(one.id, known ? { ...known, values: { ...known.values, ...one.values } } : one)
  }
  return [...byId.values()]
}

// A later flush of the same operation compares with what this one wrote.
function remember(journal: Journal): void {
  for (const { id, values } of journal.touched) journal.before.set(id, { ...journal.before.get(id), ...values })
}

function pick(row: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, row[key]]))
}
