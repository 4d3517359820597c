import type { Payload } from 'payload'

import { collections } from '@/collections'
import { machines } from '@/domain/machines'
import { examine } from '@/platform/doctor/examine'
import { ownerQuery } from '@tests/setup/database'

/** Asks every question of the doctor; throws with what is broken. Drain the jobs before. */
export async function expectHealthy(payload: Payload): Promise<void> {
  const { findings } = await examine(payload, { collections, machines })
  if (findings.length === 0) return
  const lines = findings.map(
    ({ id, says, offenders }) => `${id}: ${says}\n    ${offenders.map((row) => JSON.stringify(row)).join('\n    ')}`,
  )
  throw new Error(`The doctor found something.\n${lines.join('\n')}`)
}

/** Breaks something past every guard, asks, and puts it right again; answers the numbers of what was found. */
export async function foundAfter(payload: Payload, sql: string, restore: string): Promise<string[]> {
  const asOwner = (text: string) =>
    ownerQuery(`begin; set local session_replication_role = replica; ${text}; commit`).catch(() =>
      ownerQuery(`begin; set local tf.operation = 'test'; ${text}; commit`),
    )
  await asOwner(sql)
  const { findings } = await examine(payload, { collections, machines })
  await asOwner(restore)
  return findings.map((one) => one.id)
}
