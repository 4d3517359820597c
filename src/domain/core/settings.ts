import { z } from 'zod'
import { defineSetting } from '@/kernel/setting'

/** Bookkeeping asks for years; who deletes sooner deletes evidence. */
const FEWEST_DAYS = 365

export const auditKeepDays = defineSetting({
  group: 'Audit log',
  page: 'security',
  write: 'policy.write',
  deepest: 'hq',
  key: 'core.auditKeepDays',
  schema: z
    .int()
    .min(0)
    .max(36_500)
    .refine((days) => days === 0 || days >= FEWEST_DAYS, { error: `must be 0 (for ever) or at least ${FEWEST_DAYS} days` }),
  default: 0,
  label: 'Keep the audit log for',
  help: 'Older entries of the whole network go, for good. A signed statement keeps how many they were and proves the rest. 0: for ever.',
  editor: { kind: 'duration', unit: 'days' },
})

export const coreSettings = [auditKeepDays]
