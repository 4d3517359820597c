import type { CollectionConfig, Payload } from 'payload'
import type { Pool } from 'pg'
import type { Machine } from '@/kernel/machine'
import { poolOf } from '@/platform/db/pool'
import { rollBack } from '@/platform/db/roll-back'
import { guardsPresent } from '@/platform/doctor/checks-catalog'
import { filesNamed, filesPresent } from '@/platform/doctor/checks-files'
import { financeChecks } from '@/platform/doctor/checks-finance'
import { statusChecks, tenancyChecks } from '@/platform/doctor/checks-generated'
import { migrationsSame } from '@/platform/doctor/checks-migrations'
import { plumbingChecks } from '@/platform/doctor/checks-plumbing'
import { keysPresent } from '@/platform/doctor/checks-keys'
import { salesChecks } from '@/platform/doctor/checks-sales'
import { stockChecks } from '@/platform/doctor/checks-stock'
import { workChecks } from '@/platform/doctor/checks-work'
import type { Check, Finding } from '@/platform/doctor/check'
import { EXTRA_STATEMENTS } from '@/platform/guards/extra'
import { guardStatements } from '@/platform/guards/generate'

/** The registry, handed in because the platform knows no business. */
export interface Registry {
  collections: readonly CollectionConfig[]
  machines: readonly Machine[]
}

const MOST = 20

/**
 * Asks every question of the doctor and answers what is broken: nothing, when all is well. `graceSeconds` is how long a
 * derived status may lag behind its event while a worker runs. Read-only.
 */
export async function examine(
  payload: Payload,
  registry: Registry,
  { graceSeconds = 0 } = {},
): Promise<{ asked: number; findings: Finding[] }> {
  const pool = poolOf(payload)
  const checks = [
    ...stockChecks,
    ...salesChecks,
    ...financeChecks,
    ...plumbingChecks,
    ...workChecks,
    ...statusChecks(registry.collections),
    ...tenancyChecks(registry.collections),
  ]
  const statements = [...guardStatements(registry.collections, registry.machines), ...EXTRA_STATEMENTS]
  const findings: Finding[] = []
  for (const check of checks) findings.push(await ask(pool, check, graceSeconds))
  findings.push(await guardsPresent(pool, statements), await filesPresent(pool), await filesNamed(pool), await keysPresent(pool), await migrationsSame(payload))
  return { asked: findings.length, findings: findings.filter((one) => one.offenders.length > 0) }
}

async function ask(pool: Pool, { id, says, sql }: Check, graceSeconds: number): Promise<Finding> {
  const text = sql.replaceAll('$grace', `interval '${Math.trunc(graceSeconds)} seconds'`)
  const client = await pool.connect()
  try {
    await client.query('begin read only')
    await client.query(`set local statement_timeout = '120s'`)
    const { rows } = await client.query<Record<string, unknown>>(`select * from (${text}) found limit ${MOST}`)
    return { id, says, offenders: rows }
  } finally {
    client.release(await rollBack(client))
  }
}
