import { randomBytes } from 'node:crypto'
import type { Queryable } from '@/platform/access/load-principal'
import { seal, unseal } from '@/platform/keys/keys'

const MOST = 5_000
const KEPT_MS = 60_000

// Keys of subjects that were committed when they were read; whoever is erased is forgotten within a minute everywhere.
const known = new Map<string, { key: Buffer; until: number }>()

const placeOf = (id: string) => ({ table: 'subject_keys', row: id, column: 'sealed', tenant: null })

// `old` tells keys other transactions committed from those this one made: only the former may be remembered, since a
// rolled back key must never seal a row.
const READ = `select id, sealed, created_at < now() as old from subject_keys where id = any($1::uuid[])`
const MAKE = `insert into subject_keys (id, sealed) select * from unnest($1::uuid[], $2::text[]) on conflict do nothing`

/** How a statement is asked; `rows` of a Reader is one. */
export type Ask = <T extends object>(text: string, values: readonly unknown[], name: string) => Promise<T[]>

interface StoredKey {
  id: string
  sealed: string
  old: boolean
}

/** The keys of subjects, made where there are none yet; runs on the connection whose transaction writes what they seal. */
export async function keysFor(db: Queryable, subjects: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = await presentKeys(askOf(db), subjects)
  const missing = subjects.filter((id) => !found.has(id))
  if (missing.length === 0) return found
  // In the order of the ids: two transactions that make the same keys wait for one another and never lock up.
  const wanted = [...new Set(missing)].sort()
  const sealed = wanted.map((id) => seal(randomBytes(32).toString('base64'), placeOf(id)))
  const ask = askOf(db)
  await ask(MAKE, [wanted, sealed], 'tf_subject_keys_make')
  return new Map([...found, ...(await readKeys(ask, wanted))])
}

/** The keys of subjects that still have one; whoever was erased has none. */
export async function presentKeys(ask: Ask, subjects: readonly string[]): Promise<Map<string, Buffer>> {
  const now = Date.now()
  const found = new Map<string, Buffer>()
  for (const id of new Set(subjects)) {
    const one = known.get(id)
    if (one && one.until > now) found.set(id, one.key)
  }
  const rest = [...new Set(subjects)].filter((id) => !found.has(id))
  return rest.length === 0 ? found : new Map([...found, ...(await readKeys(ask, rest))])
}

/** Forgets a key in this process; its row is deleted by whoever erases. */
export function forgetKey(subject: string): void {
  known.delete(subject)
}

async function readKeys(ask: Ask, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await ask<StoredKey>(READ, [ids], 'tf_subject_keys')
  return new Map(rows.map((row) => [row.id, remembered(row)]))
}

function remembered({ id, sealed, old }: StoredKey): Buffer {
  const key = Buffer.from(unseal(sealed, placeOf(id)), 'base64')
  if (old) known.set(id, { key, until: Date.now() + KEPT_MS })
  const [oldest] = known.keys()
  if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  return key
}

function askOf(db: Queryable): Ask {
  const query = db.query.bind(db) as (config: object) => Promise<{ rows: object[] }>
  return async <T extends object>(text: string, values: readonly unknown[], name: string) => (await query({ name, text, values })).rows as T[]
}
