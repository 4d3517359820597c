import type { Pool } from 'pg'
import { storedBefore } from '@/platform/files'

const DAY_MS = 86_400_000
/** A write that was refused leaves a file; so does a row that was erased. A week is long enough to notice a wrong restore. */
export const ORPHAN_DAYS = 7

/** Keys of stored files older than `days` that no row names. The anchors of the audit log lie outside of the tables on purpose. */
export async function* orphans(pool: Pool, days: number): AsyncGenerator<string> {
  for await (const keys of storedBefore(new Date(Date.now() - days * DAY_MS))) {
    const { rows } = await pool.query<{ key: string }>('select storage_key as key from files where storage_key = any($1::text[])', [keys])
    const named = new Set(rows.map(({ key }) => key))
    for (const key of keys) if (!named.has(key) && !/^[^/]+\/anchors\//.test(key)) yield key
  }
}
