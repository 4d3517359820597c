import { auditRoutes } from '@/endpoints/audit'
import { batchRoutes } from '@/endpoints/batches'
import { exportRoutes } from '@/endpoints/exports'
import { healthRoutes } from '@/endpoints/health'
import { importRoutes } from '@/endpoints/imports'
import { jobRoutes } from '@/endpoints/jobs'
import { mailboxRoutes } from '@/endpoints/mailbox'
import { notificationRoutes } from '@/endpoints/notifications'
import { securityRoutes } from '@/endpoints/security'
import { settingRoutes } from '@/endpoints/settings'
import type { Route } from '@/platform/http/route'

/** What every module has in common: telling people, settings, history, plumbing. */
export const coreRoutes: Route[] = [
  ...notificationRoutes,
  ...settingRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...batchRoutes,
  ...auditRoutes,
  ...securityRoutes,
  ...mailboxRoutes,
  ...jobRoutes,
  ...healthRoutes,
]
