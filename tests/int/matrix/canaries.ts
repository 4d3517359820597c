import { Client } from 'pg'

import { superuserUrl } from '@tests/setup/database'

/** The cell a canary was planted in: whoever sees the word has seen this cell. */
export type Cell = { table: string; column: string; row: string; organization: string | null; tree: string | null }

/** Every planted word with its cell, and the columns no word would fit into. */
export type Planted = { cells: ReadonlyMap<string, Cell>; unplanted: string[] }

// What the program itself reads: kinds, codes of laws and languages, days, keys, hashes, names of stored things.
const MEANT =
  /^(id|key|type|kind|currency|country|region|locale|zone|date_format|tax_class|price_kind|unit|stock_unit|collection|verb|category|path|event|channel|operation|prefix|series|lot|principal|subject_type|target_type|row_hash|hash|salt|token|sha256|mime|mime_type|storage_key|filename|_objectkey|thumbnail_.*|sizes_.*|url|template|file|kept|cause_type|cause|message|target|natural_key|column|address|agent)$|_(on|day|hash|token)$/
/** Numbers that tell as much as a name: what somebody may owe, pays, or paid. */
const NUMBERS = new Set(['dealers.credit_limit_minor', 'prices.unit_price_micro', 'stock_moves.unit_cost_micro'])
// Leaves of kept addresses, parties, mails and free values that people wrote.
const WRITTEN = new Set([
  'name',
  'label',
  'recipient',
  'line1',
  'line2',
  'city',
  'email',
  'phone',
  'text',
  'title',
  'buyerName',
  'value',
  'note',
  'accountNumber',
  'summary',
])
const DOCUMENTS = new Set(['ship_to', 'bill_to', 'seller', 'data', 'facts', 'specs', 'custom', 'counts'])
const CLOSED = new Set(['outbox_events', 'audit_log', 'sequences', 'idempotency_keys', 'role_permissions', 'settings'])

type Column = { name: string; kind: 'text' | 'json' | 'number' }
type Bed = { client: Client; cells: Map<string, Cell>; unplanted: string[] }
type Row = { id: string; organization: string | null; tree: string | null }

/**
 * Plants a word of its own in every text cell of the tables, past every trigger, and a number of its own where a number
 * is a secret. What a CHECK refuses stays as it is and is named.
 */
export async function plant(tables: readonly string[]): Promise<Planted> {
  const bed: Bed = { client: new Client({ connectionString: superuserUrl() }), cells: new Map(), unplanted: [] }
  await bed.client.connect()
  try {
    await bed.client.query('begin')
    await bed.client.query('set local session_replication_role = replica')
    for (const table of tables.filter((one) => !CLOSED.has(one))) await plantTable(bed, table)
    await bed.client.query('commit')
    return { cells: bed.cells, unplanted: bed.unplanted }
  } finally {
    await bed.client.end()
  }
}

/** The planted words in a text. */
export function wordsIn(text: string): string[] {
  const words = [...text.matchAll(/can[0-9a-z]{4}z/gi), ...text.matchAll(/\b77\d{7}77\b/g)]
  return [...new Set(words.map(([word]) => word.toLowerCase()))]
}

async function plantTable(bed: Bed, table: string): Promise<void> {
  const columns = await columnsOf(bed.client, table)
  const { rows } = await bed.client.query<Row>(
    `select t.id::text, ${ownerOf(table, columns.names)} from "${table}" t order by t.id`,
  )
  if (rows.length === 0) return
  for (const column of columns.planted) {
    if (column.kind === 'json') await plantDocuments(bed, table, column.name, rows)
    else if (!(await plantColumn(bed, table, column, rows))) bed.unplanted.push(`${table}.${column.name}`)
  }
}

// People belong to whoever hired them first.
function ownerOf(table: string, names: ReadonlySet<string>): string {
  const hired = (column: string) =>
    `(select m.${column}::text from memberships m where m.user_id = t.id order by m.id limit 1)`
  if (table === 'users') return `${hired('organization_id')} as organization, ${hired('tree_id')} as tree`
  const owner = names.has('organization_id') ? 't.organization_id' : table === 'organizations' ? 't.id' : 'null'
  return `${owner}::text as organization, ${names.has('tree_id') ? 't.tree_id' : 'null'}::text as tree`
}

async function columnsOf(client: Client, table: string): Promise<{ names: Set<string>; planted: Column[] }> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  )
  const planted = rows.flatMap(({ name, type }): Column[] => {
    if (NUMBERS.has(`${table}.${name}`)) return [{ name, kind: 'number' }]
    if (type === 'jsonb') return DOCUMENTS.has(name) ? [{ name, kind: 'json' }] : []
    return (type === 'text' || type === 'character varying') && !MEANT.test(name) ? [{ name, kind: 'text' }] : []
  })
  return { names: new Set(rows.map((row) => row.name)), planted }
}

// Codes are capitals, slugs are small, addresses of mail have an @; the first that fits is taken.
const FORMS: ((word: string) => string)[] = [
  (word) => word.toUpperCase(),
  (word) => word,
  (word) => `${word}@planted.example`,
  (word) => `/${word}`,
]

function formsFor(column: string, kind: Column['kind']): ((word: string) => string)[] {
  if (kind === 'number') return [(word) => word]
  // GraphQL shows no addresses of mail that are none.
  return /(^|_)email$/.test(column) ? FORMS.slice(2) : FORMS
}

async function plantColumn(bed: Bed, table: string, { name, kind }: Column, rows: readonly Row[]): Promise<boolean> {
  const words = rows.map((row, index) => ({
    row,
    word: kind === 'number' ? numberAt(bed.cells.size + index) : wordAt(bed.cells.size + index),
  }))
  for (const form of formsFor(name, kind)) {
    if (
      !(await written(
        bed.client,
        table,
        name,
        kind,
        words.map(({ row, word }) => [row.id, form(word)]),
      ))
    )
      continue
    for (const { row, word } of words)
      bed.cells.set(word, { table, column: name, row: row.id, organization: row.organization, tree: row.tree })
    return true
  }
  return false
}

async function written(
  client: Client,
  table: string,
  column: string,
  kind: Column['kind'],
  values: string[][],
): Promise<boolean> {
  await client.query('savepoint planting')
  try {
    const cast = kind === 'number' ? '::numeric' : ''
    await client.query(
      `update "${table}" t set "${column}" = (v->>1)${cast} from jsonb_array_elements($1::jsonb) v where t.id::text = v->>0 and t."${column}" is not null`,
      [JSON.stringify(values)],
    )
    return true
  } catch {
    await client.query('rollback to savepoint planting')
    return false
  }
}

async function plantDocuments(bed: Bed, table: string, column: string, owners: readonly Row[]): Promise<void> {
  const { rows } = await bed.client.query<{ id: string; value: unknown }>(
    `select id::text, "${column}" as value from "${table}" where "${column}" is not null`,
  )
  for (const { id, value } of rows) {
    const { organization = null, tree = null } = owners.find((one) => one.id === id) ?? {}
    const planted = inLeaves(value, () => {
      const word = wordAt(bed.cells.size)
      bed.cells.set(word, { table, column, row: id, organization, tree })
      return word.toUpperCase()
    })
    await bed.client.query(`update "${table}" set "${column}" = $2::jsonb where id::text = $1`, [
      id,
      JSON.stringify(planted),
    ])
  }
}

function inLeaves(value: unknown, word: () => string): unknown {
  if (Array.isArray(value)) return value.map((one) => inLeaves(one, word))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'string' && one !== '' && WRITTEN.has(key) ? word() : inLeaves(one, word),
    ]),
  )
}

function wordAt(index: number): string {
  return `can${index.toString(36).padStart(4, '0')}z`
}

function numberAt(index: number): string {
  return `77${String(index).padStart(7, '0')}77`
}
