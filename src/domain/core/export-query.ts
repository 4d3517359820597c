import { z } from 'zod'
import { csvRow, type CsvValue } from '@/kernel/csv'
import { majorText } from '@/kernel/currency'
import { refuse } from '@/kernel/errors'
import type { ExportDefinition } from '@/kernel/export'
import { ownerSideOf } from '@/platform/access/scope'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

const Day = z.iso.date()

/** What a list's filter may say; which of it a list knows, its definition says. Days are days of UTC. */
export const ExportFilter = z.strictObject({
  status: z.array(z.string().max(40)).max(20).optional(),
  from: Day.optional(),
  to: Day.optional(),
  q: z.string().trim().min(1).max(120).optional(),
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

/** The head of the file. */
export function exportHead(definition: ExportDefinition): string {
  return csvRow(definition.columns.map((column) => column.head))
}

/**
 * The rows of an export as CSV, batch by batch in the order of their ids, so that memory stays small whatever the list
 * holds. The scope of the reader is in every statement.
 */
export async function* exportRows(
  reader: Reader,
  definition: ExportDefinition,
  filter: ExportFilter,
): AsyncGenerator<{ text: string; rows: number }> {
  let last: string | null = null
  for (;;) {
    const rows: ExportedRow[] = await readBatch(reader, definition, filter, last)
    if (rows.length > 0)
      yield { text: rows.map((row) => csvRow(valuesOf(definition, row))).join(''), rows: rows.length }
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
  const isAsked = definition.columns.some((column) => column.kind === 'owner')
  const owner = isAsked ? sqlOf(ownerSideOf(reader.reach(definition.collection)), 't', to) : 'false'
  const cells = definition.columns.map(({ sql, kind }) =>
    kind === 'owner' ? `case when ${owner} then ${sql} end` : sql,
  )
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
  if (filter.from && filters.day) parts.push(`${filters.day} >= ${to.bind(filter.from)}::date`)
  if (filter.to && filters.day) parts.push(`${filters.day} < ${to.bind(filter.to)}::date + 1`)
  if (filter.q && filters.words) {
    const like = to.bind(`%${filter.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
    parts.push(`(${filters.words.map((column) => `${column} ilike ${like}`).join(' or ')})`)
  }
  return parts.join(' and ')
}

function valuesOf({ columns }: ExportDefinition, { cells, currency }: ExportedRow): CsvValue[] {
  return columns.map(({ kind }, index) => {
    const value = cells[index]
    if (value === null || value === undefined) return null
    if (kind === 'money') return currency ? majorText(Number(value), currency) : String(value)
    return typeof value === 'object' ? JSON.stringify(value) : (value as CsvValue)
  })
}
