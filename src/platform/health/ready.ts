import type { Payload } from 'payload'
import { pendingMigrations } from '@/platform/health/machine'
import { inspectQueues } from '@/platform/queue/inspect'

/** What a request needs before it can be served, each answered or not. */
export interface Readiness {
  isReady: boolean
  checks: { database: boolean; migrations: boolean; queue: boolean }
}

/** Whether this process can serve requests now. `boot` throws where the database was never there. */
export async function readiness(boot: () => Promise<Payload>): Promise<Readiness> {
  const payload = await boot().catch(() => null)
  if (!payload) return { isReady: false, checks: { database: false, migrations: false, queue: false } }
  const [pending, queue] = await Promise.all([
    pendingMigrations(payload).catch(() => null),
    inspectQueues().then(
      () => true,
      () => false,
    ),
  ])
  const checks = { database: pending !== null, migrations: pending?.length === 0, queue }
  return { isReady: Object.values(checks).every(Boolean), checks }
}
