import { createHash } from 'node:crypto'
import { addQuantity, type Quantity } from '@/kernel/quantity'
import { encode, type Table } from '@/platform/tables'

type Values = Record<string, unknown>

/** What an operation is about to write, collected until one statement carries it all. */
export interface Writes {
  inserts: Map<Table, Map<string, Values>>
  patches: Map<Table, Map<string, Values>>
  deltas: Map<Table, Map<string, Record<string, Quantity>>>
  removals: Map<Table, Map<string, Values>>
}

export interface Statement {
  name: string
  text: string
  values: unknown[]
}

export function noWrites(): Writes {
  return { inserts: new Map(), patches: new Map(), deltas: new Map(), removals: new Map() }
}

export function isEmpty(writes: Writes): boolean {
  return writes.inserts.size + writes.patches.size + writes.deltas.size + writes.removals.size === 0
}

/** Collects a new row. */
export function collectInsert(writes: Writes, table: Table, id: string, values: Values): void {
  rowsOf(writes.inserts, table).set(id, { ...values, id })
}

/** Collects a change; a row that is still to be inserted is changed before it is written. */
export function collectPatch(writes: Writes, table: Table, id: string, values: Values): void {
  const waiting = writes.inserts.get(table)?.get(id)
  if (waiting) {
    Object.assign(waiting, values)
    return
  }
  const patches = rowsOf(writes.patches, table)
  patches.set(id, { ...patches.get(id), ...values })
}

/** Collects an addition to quantities; several additions to one row become one. */
export function collectDelta(writes: Writes, table: Table, id: string, delta: Record<string, Quantity>): void {
  const deltas = rowsOf(writes.deltas, table)
  const sum = { ...deltas.get(id) }
  for (const [field, value] of Object.entries(delta)) {
    sum[field] = sum[field] === undefined ? value : addQuantity(sum[field], value)
  }
  deltas.set(id, sum)
}

/** Collects the removal of a row; a change of it that still waits is dropped. */
export function collectRemoval(writes: Writes, table: Table, id: string): void {
  writes.patches.get(table)?.delete(id)
  rowsOf(writes.removals, table).set(id, {})
}

/**
 * One statement for everything collected: a common table expression per table. Where one of them does not touch all rows
 * it was given the statement fails (`tf_conflict`), so that COMMIT may be sent right behind it.
 */
export function statementOf(writes: Writes): Statement {
  const parts: string[] = []
  const values: unknown[] = []
  const add = (sql: string, rows: Values[]) => {
    values.push(JSON.stringify(rows))
    parts.push(`p${parts.length} as (${sql.replaceAll('$ROWS', `$${values.length}::json`)} returning 1)`)
  }
  for (const [table, rows] of writes.inserts) add(...insertPart(table, [...rows.values()]))
  for (const [table, rows] of writes.deltas) add(...deltaPart(table, rows))
  for (const [table, rows] of writes.patches) for (const group of byShape(rows)) add(...patchPart(table, group))
  for (const [table, rows] of writes.removals) add(...removalPart(table, rows))
  const missed = parts.map((_, index) => `(select count(*) from p${index}) <> json_array_length($${index + 1}::json)`)
  const text = `with ${parts.join(',\n')}\nselect case when ${missed.join(' or ')} then tf_conflict() end`
  return { name: `tf_${createHash('sha1').update(text).digest('hex').slice(0, 24)}`, text, values }
}

function insertPart(table: Table, rows: Values[]): [string, Values[]] {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = fields.map((field) => columnOf(table, field))
  const encoded = rows.map((row) =>
    Object.fromEntries(columns.map(({ field, name, fallback }) => [name, encode(row[field] === undefined ? fallback : row[field])])),
  )
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  return [`insert into "${table.name}" (${names}) select ${names} from json_populate_recordset(null::"${table.name}", $ROWS)`, encoded]
}

function deltaPart(table: Table, rows: Map<string, Record<string, Quantity>>): [string, Values[]] {
  const fields = [...new Set([...rows.values()].flatMap((row) => Object.keys(row)))]
  const columns = fields.map((field) => columnOf(table, field))
  const encoded = [...rows].map(([id, row]) => ({
    id,
    ...Object.fromEntries(columns.map(({ field, name }) => [name, encode(row[field] ?? 0)])),
  }))
  const sets = columns.map(({ name }) => `"${name}" = t."${name}" + x."${name}"`)
  const shape = columns.map(({ name }) => `"${name}" numeric`)
  return [
    `update "${table.name}" t set ${sets.join(', ')}, updated_at = now() from json_to_recordset($ROWS) as x(id uuid, ${shape.join(', ')}) where t.id = x.id`,
    encoded,
  ]
}

function patchPart(table: Table, rows: [string, Values][]): [string, Values[]] {
  const columns = Object.keys(rows[0]?.[1] ?? {}).map((field) => columnOf(table, field))
  const encoded = rows.map(([id, row]) => ({ id, ...Object.fromEntries(columns.map(({ field, name }) => [name, encode(row[field])])) }))
  const sets = columns.map(({ name }) => `"${name}" = x."${name}"`)
  if (table.byName.has('revision')) sets.push('revision = t.revision + 1')
  if (table.byName.has('updated_at')) sets.push('updated_at = now()')
  return [`update "${table.name}" t set ${sets.join(', ')} from json_populate_recordset(null::"${table.name}", $ROWS) x where t.id = x.id`, encoded]
}

function removalPart(table: Table, rows: Map<string, Values>): [string, Values[]] {
  const sql = `delete from "${table.name}" t using json_to_recordset($ROWS) as x(id uuid) where t.id = x.id`
  return [sql, [...rows.keys()].map((id) => ({ id }))]
}

function byShape(rows: Map<string, Values>): [string, Values][][] {
  const groups = new Map<string, [string, Values][]>()
  for (const entry of rows) {
    const shape = Object.keys(entry[1]).sort().join()
    groups.set(shape, [...(groups.get(shape) ?? []), entry])
  }
  return [...groups.values()]
}

function columnOf(table: Table, field: string) {
  const column = table.byField.get(field)
  if (!column) throw new Error(`${table.slug} has no field ${field}.`)
  return column
}

function rowsOf<V>(map: Map<Table, Map<string, V>>, table: Table): Map<string, V> {
  const rows = map.get(table) ?? new Map<string, V>()
  map.set(table, rows)
  return rows
}
