import type { Payload, SanitizedCollectionConfig } from 'payload'
import { quantity, toText, type Quantity } from '@/kernel/quantity'
import type { Classified } from '@/kernel/data-class'
import { classesOf } from '@/platform/payload/data-class'
import { metaOf, tableOf, type CollectionMeta } from '@/platform/payload/meta'

type Kind = 'plain' | 'whole' | 'quantity' | 'json'

interface Column {
  field: string
  name: string
  kind: Kind
  fallback: unknown
}

/** A collection's table as SQL sees it; names come from Payload's own schema, nothing is mapped by hand. */
export interface Table {
  slug: string
  name: string
  meta: CollectionMeta
  /** Fields that only the owner's people see. */
  ownerOnly: readonly string[]
  /** How sensitive each field is. */
  classes: ReadonlyMap<string, Classified>
  byField: ReadonlyMap<string, Column>
  byName: ReadonlyMap<string, Column>
}

const cache = new WeakMap<object, Map<string, Table>>()

/** The table of a slug; throws for a slug that is not a collection of ours. */
export function tableFor(payload: Payload, slug: string): Table {
  const tables = cache.get(payload.db) ?? new Map<string, Table>()
  cache.set(payload.db, tables)
  const found = tables.get(slug) ?? describe(payload, slug)
  tables.set(slug, found)
  return found
}

/** A row of raw SQL under the names of its fields: quantities as Quantity, whole numbers as number, instants as Date. */
export function fromRow(table: Table, row: Record<string, unknown>): Record<string, unknown> {
  const doc: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    const column = table.byName.get(name)
    if (column) doc[column.field] = decode(column.kind, value)
  }
  return doc
}

/** A value as `json_populate_recordset` reads it. */
export function encode(value: unknown): unknown {
  if (typeof value === 'bigint') return toText(value as Quantity)
  if (value instanceof Date) return value.toISOString()
  return value === undefined ? null : value
}

function decode(kind: Kind, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (kind === 'quantity') return quantity(String(value))
  return kind === 'whole' ? Number(value) : value
}

function describe(payload: Payload, slug: string): Table {
  const config = payload.collections[slug as keyof typeof payload.collections]?.config
  const meta = config ? metaOf(config) : undefined
  if (!config || !meta) throw new Error(`${slug} is no collection of this product.`)
  const name = tableOf(slug)
  const columns = columnsOf(payload.db.tables[name] as object, kindsOf(config))
  return {
    slug,
    name,
    meta,
    ownerOnly: config.flattenedFields.filter(isOwnerOnly).map((field) => field.name),
    classes: classesOf(config),
    byField: new Map(columns.map((column) => [column.field, column])),
    byName: new Map(columns.map((column) => [column.name, column])),
  }
}

function isOwnerOnly(field: { custom?: Record<string, unknown> }): boolean {
  return field.custom?.['side'] === 'owner'
}

function kindsOf(config: SanitizedCollectionConfig): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>()
  for (const field of config.flattenedFields) {
    if (field.type === 'number') kinds.set(field.name, (field.custom as { kind?: Kind } | undefined)?.kind ?? 'whole')
    if (field.type === 'json') kinds.set(field.name, 'json')
  }
  return kinds
}

interface DrizzleColumn {
  name: string
  columnType: string
  default?: unknown
}

function columnsOf(drizzle: object, kinds: ReadonlyMap<string, Kind>): Column[] {
  return Object.entries(drizzle).flatMap(([field, column]): Column[] =>
    isColumn(column) ? [{ field, name: column.name, kind: kinds.get(field) ?? 'plain', fallback: plainDefault(column.default) }] : [],
  )
}

function isColumn(value: unknown): value is DrizzleColumn {
  return typeof value === 'object' && value !== null && 'columnType' in value
}

// Defaults that are SQL expressions (now()) stay with the database; Payload's own are plain values.
function plainDefault(value: unknown): unknown {
  return typeof value === 'object' ? null : (value ?? null)
}
