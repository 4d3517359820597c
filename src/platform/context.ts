import type { Payload } from 'payload'
import type { PoolClient } from 'pg'
import { v7 } from 'uuid'
import { refuse } from '@/kernel/errors'
import { assertTransition } from '@/kernel/machine'
import { nearestSetting } from '@/kernel/setting'
import { loadOrganization } from '@/platform/access/load-principal'
import type { OrganizationFacts, Principal } from '@/platform/access/principal'
import { scopeOf, sideOf, type BranchStep, type TenantRow } from '@/platform/access/scope'
import { branchOf } from '@/platform/access/sql'
import type { RequestFacts } from '@/platform/http/request-facts'
import { lockManyStatement, lockStatement } from '@/platform/locks'
import { nextNumber } from '@/platform/numbering'
import type { Context, Operation } from '@/platform/operation'
import { makeReader } from '@/platform/reader'
import { statementName } from '@/platform/statement-name'
import { fromRow, tableFor, type Table } from '@/platform/tables'
import { collectDelta, collectInsert, collectPatch, collectRemoval } from '@/platform/writes'
import { emptyJournal, flushJournal, sendJournal, type Journal } from '@/platform/journal'

export interface ContextParts {
  payload: Payload
  client: PoolClient
  principal: Principal
  operation: Operation
  organization: OrganizationFacts | null
  now: Date
  facts: RequestFacts
}

/** A context over one open transaction, and the journal of what it collected. */
export function makeContext(parts: ContextParts): { ctx: Context; journal: Journal; send: () => ReturnType<typeof sendJournal> } {
  const journal = emptyJournal()
  const { payload, client, principal, operation, now } = parts
  const table = (slug: string) => tableFor(payload, slug)
  const reader = makeReader(payload, principal, now, client)
  const author = principal.kind === 'person' ? principal.id : null
  const organizations = new Map(knownTo(parts).map((one) => [one.id, one]))

  const ctx: Context = {
    ...reader,
    operation: operation.name,
    requestId: parts.facts.requestId,
    get organization() {
      return parts.organization ?? refuse('INPUT_INVALID', { reason: 'Say which organization you act for (X-Organization).' })
    },
    id: () => v7(),
    organizationFacts: async (id) => {
      const found = organizations.get(id) ?? (await loadOrganization(client, id))
      if (!found) return refuse('NOT_FOUND', { noun: 'The organization' })
      organizations.set(id, found)
      return found
    },
    lock: async <T extends object>(slug: string, id: string, wanted = {}) => {
      const row = await readLocked(client, table(slug), id)
      assertReached(principal, table(slug), row, { permission: operation.permission, ...wanted })
      // A copy: operations bring the row they hold up to date, and the audit must still know what it was.
      journal.before.set(id, { ...(row as Record<string, unknown>) })
      return row as T
    },
    lockMany: async <T extends object>(slug: string, ids: readonly string[]) => {
      const { rows } = await client.query({ ...lockManyStatement(table(slug).name), values: [ids] })
      const docs = rows.map((row) => fromRow(table(slug), row as Record<string, unknown>))
      for (const doc of docs) journal.before.set(String(doc['id']), { ...doc })
      return docs as T[]
    },
    find: async <T extends object>(slug: string, where: Record<string, string | readonly string[]>) => {
      const { rows } = await client.query(findStatement(table(slug), where))
      return rows.map((row) => fromRow(table(slug), row as Record<string, unknown>)) as T[]
    },
    insert: (slug, values) => {
      const target = writable(table(slug))
      const id = typeof values['id'] === 'string' ? values['id'] : v7()
      collectInsert(journal.writes, target, id, { ...stamps(target, now, author), ...values })
      journal.touched.push({ table: target, id, values, isNew: true })
      return id
    },
    update: (slug, id, values) => {
      collectPatch(journal.writes, writable(table(slug)), id, values)
      journal.touched.push({ table: table(slug), id, values, isNew: false })
    },
    remove: (slug, id) => {
      collectRemoval(journal.writes, writable(table(slug)), id)
      journal.touched.push({ table: table(slug), id, values: { removed: true }, isNew: false })
    },
    add: (slug, id, delta) => collectDelta(journal.writes, writable(table(slug)), id, delta),
    transition: (machine, slug, row, verb, values = {}) => {
      const edge = assertTransition(machine, row.status, verb, { noun: row.noun ?? machine.name, number: row.number ?? '' })
      ctx.update(slug, row.id, { status: edge.to, ...values })
    },
    number: async (sequence, organization, slots) => nextNumber(client, sequence, organization, slots),
    emit: (event, subject, data) => {
      const parsed = event.schema.parse(data) as Record<string, unknown>
      journal.events.push({ name: event.name, subject, data: parsed, stream: event.stream })
    },
    setting: async (setting, organization, branch = null) => {
      const facts = await ctx.organizationFacts(organization)
      const stored = await reader.rows<{ value: unknown }>(SETTING, [facts.path, setting.key, branch], 'tf_setting')
      return nearestSetting(setting, stored.map(({ value }) => value))
    },
    record: (act) => void journal.acts.push(act),
    flush: () => flushJournal({ ...parts, journal }),
  }
  return { ctx, journal, send: () => sendJournal({ ...parts, journal }) }
}

// What the request has read of organizations already need not be read again.
function knownTo({ organization, principal }: ContextParts): OrganizationFacts[] {
  return [...principal.memberships.map((one) => one.organization), ...(organization ? [organization] : [])]
}

const SETTING = `select value from settings where organization_id = any($1::uuid[]) and key = $2 and (branch_id is null or branch_id = $3::uuid)
order by branch_id is null, array_position($1::uuid[], organization_id) desc`

async function readLocked(client: PoolClient, table: Table, id: string): Promise<TenantRow | null> {
  const { rows } = await client.query({ ...lockStatement(table.name), values: [id] })
  const row = rows[0] ? fromRow(table, rows[0] as Record<string, unknown>) : null
  return row && table.meta.branchThrough ? { ...row, branch: await branchBehind(client, table, table.meta.branchThrough, id) } : row
}

async function branchBehind(client: PoolClient, table: Table, through: readonly BranchStep[], id: string): Promise<string | null> {
  const text = `select ${branchOf(through, 'x')} as branch from "${table.name}" x where x.id = $1::uuid`
  const { rows } = await client.query<{ branch: string | null }>({ name: `tf_branch_${table.name}`, text, values: [id] })
  return rows[0]?.branch ?? null
}

interface Wanted {
  permission: string | null
  side?: 'owner' | 'counterparty' | 'either'
  noun?: string
}

function assertReached(principal: Principal, table: Table, row: TenantRow | null, wanted: Wanted): void {
  const noun = wanted.noun ?? `The ${table.meta.noun}`
  if (!row) return refuse('NOT_FOUND', { noun })
  const { meta } = table
  const side = sideOf(scopeOf(principal, wanted.permission, meta), row)
  if (side && isWantedSide(wanted, side)) return
  const isVisible = side ?? sideOf(scopeOf(principal, meta.read, meta), row)
  if (!isVisible) refuse('NOT_FOUND', { noun })
  refuse('PERMISSION_REFUSED', { permission: wanted.permission ?? 'to sign in' })
}

function isWantedSide(wanted: Wanted, side: 'owner' | 'counterparty'): boolean {
  return wanted.side === undefined || wanted.side === 'either' || wanted.side === side
}

function findStatement(table: Table, where: Record<string, string | readonly string[]>): { name: string; text: string; values: unknown[] } {
  const entries = Object.entries(where)
  const conditions = entries.map(([field, value], index) => {
    const column = table.byField.get(field)
    if (!column) throw new Error(`${table.slug} has no field ${field}.`)
    return Array.isArray(value) ? `"${column.name}" = any($${index + 1})` : `"${column.name}" = $${index + 1}`
  })
  const text = `select * from "${table.name}" where ${conditions.join(' and ')} order by id`
  return { name: statementName('tf_find', text), text, values: entries.map(([, value]) => value) }
}

function writable(table: Table): Table {
  if (table.meta.writes === 'crud' && !table.meta.operationsToo) throw new Error(`${table.slug} is written by Payload, not by operations.`)
  return table
}

function stamps(table: Table, now: Date, author: string | null): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  if (table.byField.has('createdAt')) values['createdAt'] = now
  if (table.byField.has('updatedAt')) values['updatedAt'] = now
  if (table.byField.has('revision')) values['revision'] = 1
  if (table.byField.has('createdBy')) values['createdBy'] = author
  return values
}
