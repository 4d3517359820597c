import type { Payload } from 'payload'

import { collections } from '@/collections'
import { machines } from '@/domain/machines'
import { examine } from '@/platform/doctor/examine'

/** Asks every question of the doctor; throws with what is broken. Drain the jobs before. */
export async function expectHealthy(payload: Payload): Promise<void> {
  const { findings } = await examine(payload, { collections, machines })
  if (findings.length === 0) return
  const lines = findings.map(
    ({ id, says, offenders }) => `${id}: ${says}\n    ${offenders.map((row) => JSON.stringify(row)).join('\n    ')}`,
  )
  throw new Error(`The doctor found something.\n${lines.join('\n')}`)
}
