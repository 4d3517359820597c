import { z } from 'zod'
import { defineEvent } from '@/kernel/event'

export const healthAlarmed = defineEvent({
  name: 'health.alarmed',
  description: 'Something about the installation needs somebody: it began just now.',
  schema: z.object({ key: z.string(), label: z.string(), says: z.string(), todo: z.string() }),
})

export const healthCalmed = defineEvent({
  name: 'health.calmed',
  description: 'What an alarm was about is over.',
  schema: z.object({ key: z.string(), label: z.string() }),
})

export const healthEvents = [healthAlarmed, healthCalmed]
