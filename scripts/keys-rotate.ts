import { say } from './lib/say'
import { withDatabase } from './lib/with-database'

/**
 * `npm run keys:rotate`: seals every encrypted value again with the first key of TF_DATA_KEYS, in chunks and beside a
 * running installation. When it ends, keys that are not named any more may leave the ring; the doctor's Q99 says so.
 */
async function main(): Promise<void> {
  const { keyRing } = await import('@/platform/keys/keys')
  const { rotateColumn } = await import('@/platform/keys/rotate')
  const { columnName, sealedColumns } = await import('@/platform/keys/sealed-columns')
  const { Pool } = await import('pg')
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 1, application_name: 'tf-keys' })
  try {
    say(`sealing with the key ${keyRing().active}`)
    for (const column of sealedColumns) {
      const changed = await rotateColumn(pool, column)
      say(`${column.table}.${columnName(column)}: ${changed} values sealed again`)
    }
  } finally {
    await pool.end()
  }
}

try {
  await withDatabase(main)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
