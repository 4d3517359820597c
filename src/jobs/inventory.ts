import { releaseExpiredHolds } from '@/domain/inventory'
import { env } from '@/platform/env'
import { every, type Job } from '@/platform/queue/jobs'

/** What inventory does by the clock. */
export const inventoryJobs: readonly Job[] = [every('expired-holds', () => env.SWEEP_SECONDS, releaseExpiredHolds)]
