import { z } from 'zod'
import type { CsvValue } from '@/kernel/csv'
import { majorText } from '@/kernel/currency'
import { MASKED } from '@/kernel/data-class'
import { refuse } from '@/kernel/errors'
import type { ExportDefinition } from '@/kernel/export'
import { ownerSideOf } from '@/platform/access/scope'
import { holds } from '@/platform/access/principal'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

const Day = z.iso.date()

const MOST_DEPTH = 8

/** Conditions of a list as Payload's generated lists know them, not deeper than a person could click together. */
const Conditions = z.record(z.string().max(120), z.json()).refine((where) => depthOf(where) <= MOST_DEPTH, { error: 'is nested too deep' })

/** What a list's filter may say; which of it a list knows, its definition says. Days are days of UTC. */
export const ExportFilter = z.strictObject({
  status: z.array(z.string().max(40)).max(20).optional(),
  from: Day.optional(),
  to: Day.optional(),
  q: z.string().trim().min(1).max(120).optional(),
  /** Chosen rows only. */
  ids: z.array(z.uuid()).min(1).max(1_000).optional(),
  /** The conditions of the list as its address says them; the list's own query answers them. */
  where: Conditions.optional(),
})
export type ExportFilter = z.output<typeof ExportFilter>

const BATCH = 1_000

/** Refuses INPUT_INVALID for a filter the list does not know: leaving it out would export more than was asked for. */
export function mustKnowFilter({ filters, label }: ExportDefinition, filter: ExportFilter): void {
  const unknown = [
    filter.status && !filters.status && 'status',
    (filter.from ?? filter.to) && !filters.day && 'from and to',
    filter.q && !filters.words && 'q',
  ]
  const first = unknown.find(Boolean)
  if (first) refuse('INPUT_INVALID', { reason: `${label} cannot be filtered by ${first}.` })
}

/** How many rows the reader would get, with its rights of now. */
export async function countExport(reader: Reader, definition: ExportDefinition, filter: ExportFilter): Promise<number> {
  const to = bindings()
  const [row] = await reader.rows<{ n: number }>(
    `select count(*)::float8 as n from ${definition.from} where ${conditions(reader, definition, filter, to)}`,
    to.values,
  )
  return row?.n ?? 0
}

/** The heads of the file. */
export function exportHeads({ columns }: ExportDefinition): string[] {
  return columns.map((column) => column.head)
}

/**
 * The rows of an export, batch by batch in the order of their ids, so that memory stays small whatever the list
 * holds. The scope of the reader is in every statement.
 */
export async function* exportRows(
  reader: Reader,
  definition: ExportDefinition,
  filter: ExportFilter,
): AsyncGenerator<CsvValue[][]> {
  let last: string | null = null
  for (;;) {
    const rows: ExportedRow[] = await readBatch(reader, definition, filter, last)
    if (rows.length > 0) yield rows.map((row) => valuesOf(definition, row))
    last = rows.at(-1)?.id ?? null
    if (rows.length < BATCH || last === null) return
  }
}

interface ExportedRow {
  id: string
  currency: string | null
  cells: unknown[]
}

async function readBatch(
  reader: Reader,
  definition: ExportDefinition,
  filter: ExportFilter,
  after: string | null,
): Promise<ExportedRow[]> {
  const to = bindings()
  // Bound only where it is used: PostgreSQL refuses values without a place.
  const isAsked = definition.columns.some(({ kind, class: one }) => kind === 'owner' && (one !== 'restricted' || holds(reader.principal, 'export.restricted')))
  const owner = isAsked ? sqlOf(ownerSideOf(reader.reach(definition.collection)), 't', to) : 'false'
  const mayTakeAll = holds(reader.principal, 'export.restricted')
  const cells = definition.columns.map(({ sql, kind, class: sensitivity }) => {
    if (sensitivity === 'restricted' && !mayTakeAll) return `'${MASKED}'`
    return kind === 'owner' ? `case when ${owner} then ${sql} end` : sql
  })
  const where = conditions(reader, definition, filter, to)
  return reader.rows<ExportedRow>(
    `select t.id, ${definition.currency ?? 'null'} as currency, jsonb_build_array(${cells.join(', ')}) as cells from ${definition.from}
     where ${where} and (${to.bind(after)}::uuid is null or t.id > ${to.bind(after)}::uuid) order by t.id limit ${BATCH}`,
    to.values,
  )
}

function conditions(
  reader: Reader,
  { collection, filters }: ExportDefinition,
  filter: ExportFilter,
  to: Bindings,
): string {
  const parts = [sqlOf(reader.reach(collection), 't', to)]
  if (filter.status && filters.status) parts.push(`${filters.status}::text = any(${to.bind(filter.status)}::text[])`)
  if (filters.day) parts.push(...daysIn(filter, filters.day, to))
  if (filter.ids) parts.push(`t.id = any(${to.bind(filter.ids)}::uuid[])`)
  if (filter.q && filters.words) parts.push(wordsIn(filter.q, filters.words, to))
  return parts.join(' and ')
}

function daysIn({ from, to: until }: ExportFilter, column: string, to: Bindings): string[] {
  return [...(from ? [`${column} >= ${to.bind(from)}::date`] : []), ...(until ? [`${column} < ${to.bind(until)}::date + 1`] : [])]
}

function wordsIn(q: string, columns: readonly string[], to: Bindings): string {
  const like = to.bind(`%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
  return `(${columns.map((column) => `${column} ilike ${like}`).join(' or ')})`
}

function valuesOf({ columns }: ExportDefinition, { cells, currency }: ExportedRow): CsvValue[] {
  return columns.map(({ kind }, index) => {
    const value = cells[index]
    if (value === null || value === undefined) return null
    if (value === MASKED) return MASKED
    if (kind === 'money') return currency ? majorText(Number(value), currency) : String(value)
    return typeof value === 'object' ? JSON.stringify(value) : (value as CsvValue)
  })
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}
