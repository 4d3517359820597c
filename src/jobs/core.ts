import type { Job } from '@/platform/queue/jobs'

/** What the core module does after events and by the clock. */
export const coreJobs: readonly Job[] = []
