import type { Payload } from 'payload'
import { migrationsApart } from '@/platform/health/migrations'
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
  const [migrations, queue] = await Promise.all([
    // Not being able to ask is the answer.
    migrationsApart(payload).catch(() => null),
    inspectQueues().then(
      () => true,
      () => false,
    ),
  ])
  const checks = { database: migrations !== null, migrations: migrations?.pending.length === 0, queue }
  return { isReady: Object.values(checks).every(Boolean), checks }
}
