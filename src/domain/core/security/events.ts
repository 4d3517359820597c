import { z } from 'zod'
import { SEVERITIES } from '@/domain/core/security/rules'
import { defineEvent } from '@/kernel/event'

export const securityAlerted = defineEvent({
  name: 'security.alerted',
  description: 'Something happened that HQ should look at now.',
  schema: z.object({
    event: z.string(),
    kind: z.string(),
    severity: z.enum(SEVERITIES),
    summary: z.string(),
    who: z.string(),
    address: z.string().nullable(),
  }),
})
