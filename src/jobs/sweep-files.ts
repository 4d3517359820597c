import type { Payload } from 'payload'
import { poolOf } from '@/platform/db/pool'
import { removeStored } from '@/platform/files'
import { log } from '@/platform/log'
import { orphans, ORPHAN_DAYS } from '@/platform/storage/orphans'

/** Removes stored files that no row has named for a week: of writes that were refused, and of rows that were erased. */
export async function sweepFiles(payload: Payload): Promise<void> {
  let removed = 0
  for await (const key of orphans(poolOf(payload), ORPHAN_DAYS)) {
    await removeStored(key)
    removed += 1
  }
  if (removed > 0) log.info({ msg: 'stored files that nothing named were removed', removed })
}
