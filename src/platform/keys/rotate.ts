import type { Pool, PoolClient } from 'pg'
import { rollBack } from '@/platform/db/roll-back'
import { keyRing, seal, unseal } from '@/platform/keys/keys'
import { columnName, textOf, type SealedColumn } from '@/platform/keys/sealed-columns'
import { lockedAsRead } from '@/platform/locks'

interface Row {
  id: string
  row: string
  tenant: string | null
  sealed: string
}

/**
 * Seals every value of a column again with the active key, `chunk` rows a transaction; answers how many it changed.
 * It can be stopped and started again, and beside writers: they seal with the active key already.
 */
export async function rotateColumn(pool: Pool, column: SealedColumn, chunk = 500): Promise<number> {
  const client = await pool.connect()
  let changed = 0
  try {
    for (let after: string | undefined = ''; after !== undefined;) {
      const rows: Row[] = await rotateChunk(client, column, after, chunk)
      changed += rows.length
      after = rows.at(-1)?.id
    }
    return changed
  } finally {
    client.release()
  }
}

/** The statement that finds values of a column not sealed with the active key; `id`, the keys they name. */
export function staleValues(column: SealedColumn, active: string): string {
  const text = textOf(column)
  return `select id::text, split_part(${text}, ':', 2) as key from ${column.table}
where ${text} like 'v1:%' and ${text} not like 'v1:${active}:%'`
}

async function rotateChunk(client: PoolClient, column: SealedColumn, after: string, chunk: number): Promise<Row[]> {
  await client.query('begin')
  try {
    const { rows } = await client.query<Row>(selectSql(column), [after, chunk])
    const sealed = rows.map((row) => again(column, row))
    await client.query(updateSql(column), [rows.map((row) => row.id), sealed])
    await client.query('commit')
    return rows
  } catch (error) {
    await rollBack(client)
    throw error
  }
}

function again(column: SealedColumn, { row, tenant, sealed }: Row): string {
  const place = { table: column.table, row, column: columnName(column), tenant }
  return seal(unseal(sealed, place), place)
}

function selectSql(column: SealedColumn): string {
  const { table, row, tenant } = column
  const text = textOf(column)
  return `select id::text, ${row}::text as row, ${tenant ?? 'null'}::text as tenant, ${text} as sealed from ${table}
where id::text > $1 and ${text} like 'v1:%' and ${text} not like 'v1:${keyRing().active}:%'${lockedAsRead('id::text', '$2')}`
}

function updateSql({ table, column, key }: SealedColumn): string {
  const value = key ? `jsonb_set(t.${column}, '{${key}}', to_jsonb(n.sealed))` : 'n.sealed'
  return `update ${table} t set ${column} = ${value} from unnest($1::text[], $2::text[]) n(id, sealed) where t.id::text = n.id`
}
