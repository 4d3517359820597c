import type { Pool } from 'pg'
import type { Finding } from '@/platform/doctor/check'
import { keyRing } from '@/platform/keys/keys'
import { columnName, sealedColumns } from '@/platform/keys/sealed-columns'
import { staleValues } from '@/platform/keys/rotate'

const MOST = 20

/** Whether every encrypted value is sealed with a key that is in the ring (Q99). */
export async function keysPresent(pool: Pool): Promise<Finding> {
  const { active, keys } = keyRing()
  const offenders: Record<string, unknown>[] = []
  for (const column of sealedColumns) {
    const { rows } = await pool.query<{ id: string; key: string }>(
      `select * from (${staleValues(column, active)}) found where not (key = any($1::text[])) limit ${MOST}`,
      [[...keys.keys()]],
    )
    for (const { id, key } of rows) offenders.push({ table: column.table, id, column: columnName(column), key })
  }
  return { id: 'Q99', says: 'Every encrypted value is sealed with a key of the ring.', offenders }
}
