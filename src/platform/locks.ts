import type { PoolClient } from 'pg'

// The only file that spells `for update`. Order everywhere: credit of an organization, document, stock levels by id,
// number row last.

/** Locks one row before Payload reads and merges it. */
export async function lockForEdit(client: PoolClient, table: string, id: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return
  await client.query(`select 1 from "${table}" where id = $1::uuid for update`, [id])
}

/** The statement that locks and reads one row of a table. */
export function lockStatement(table: string): { name: string; text: string } {
  return { name: `tf_lock_${table}`, text: `select * from "${table}" where id = $1::uuid for update` }
}

/** The statement that locks and reads several rows of a table, always in the order of their ids. */
export function lockManyStatement(table: string): { name: string; text: string } {
  return { name: `tf_lock_many_${table}`, text: `select * from "${table}" where id = any($1::uuid[]) order by id for update` }
}

/** Appended to a query whose alias is to be locked in the order of its ids; rows of the other aliases right after. */
export function lockedInOrder(alias: string, ...also: readonly string[]): string {
  return ` order by ${alias}.id for update of ${[alias, ...also].join(', ')}`
}

/** Appended to a query of one table that is read in an order of its own, and with `limit` in parts: locks the rows it answers. */
export function lockedAsRead(order: string, limit?: string): string {
  return ` order by ${order}${limit ? ` limit ${limit}` : ''} for update`
}
