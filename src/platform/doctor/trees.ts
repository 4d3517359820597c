import type { CollectionConfig } from 'payload'
import type { Pool } from 'pg'
import type { Finding } from '@/platform/doctor/check'
import { metaOf, tableOf } from '@/platform/payload/meta'

/** A finding whose rows are told apart by the tree they belong to; null: the row is of no tree, or names none. */
export interface PlacedFinding {
  id: string
  says: string
  offenders: { tree: string | null; row: Record<string, unknown> }[]
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Finds out whose rows the doctor found, so that each headquarters sees its own: by the ids in a row, looked up in every
 * table with a tree. It costs a few hundred look-ups by key, and only when something is wrong.
 */
export async function placed(
  pool: Pool,
  collections: readonly CollectionConfig[],
  findings: readonly Finding[],
): Promise<PlacedFinding[]> {
  const ids = new Set(findings.flatMap(({ offenders }) => offenders.flatMap(idsIn)))
  const trees = ids.size === 0 ? new Map<string, string>() : await treesOf(pool, collections, [...ids])
  return findings.map(({ id, says, offenders }) => ({
    id,
    says,
    offenders: offenders.map((row) => ({
      tree:
        idsIn(row)
          .map((one) => trees.get(one))
          .find(Boolean) ?? null,
      row,
    })),
  }))
}

async function treesOf(
  pool: Pool,
  collections: readonly CollectionConfig[],
  ids: string[],
): Promise<Map<string, string>> {
  const tables = collections.flatMap((collection) => {
    const meta = metaOf(collection)
    return meta && ['own', 'two-party', 'shared-down', 'organization'].includes(meta.tenancy)
      ? [tableOf(meta.slug)]
      : []
  })
  const text = tables
    .map((table) => `select id, tree_id as tree from "${table}" where id = any($1::uuid[])`)
    .join(' union all ')
  const { rows } = await pool.query<{ id: string; tree: string | null }>(text, [ids])
  return new Map(rows.flatMap(({ id, tree }) => (tree ? [[id, tree] as const] : [])))
}

function idsIn(row: Record<string, unknown>): string[] {
  return Object.values(row).filter((value): value is string => typeof value === 'string' && UUID.test(value))
}
