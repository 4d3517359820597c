import type { CollectionConfig, Payload } from 'payload'
import type { Machine } from '@/kernel/machine'
import { poolOf } from '@/platform/db/pool'
import { examine } from '@/platform/doctor/examine'
import { placed, type PlacedFinding } from '@/platform/doctor/trees'

/** What a round of the doctor came to. */
export interface Round {
  asked: number
  tookMs: number
  findings: PlacedFinding[]
}

// Jobs that follow an event may be on their way while the doctor asks.
const GRACE_SECONDS = 60

/** Asks every question of a running installation and hands the answers, told apart by tree, to `keep`. */
export async function askAndKeep(
  payload: Payload,
  machines: readonly Machine[],
  keep: (round: Round) => Promise<unknown>,
): Promise<void> {
  const collections: readonly CollectionConfig[] = payload.config.collections
  const startedAt = Date.now()
  const { asked, findings } = await examine(payload, { collections, machines }, { graceSeconds: GRACE_SECONDS })
  const told = await placed(poolOf(payload), collections, findings)
  await keep({ asked, tookMs: Date.now() - startedAt, findings: told })
}
