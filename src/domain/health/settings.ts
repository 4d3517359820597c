import { z } from 'zod'
import { defineSetting } from '@/kernel/setting'

const common = { group: 'Health', deepest: 'hq' as const }

export const outboxMinutes = defineSetting({
  ...common,
  key: 'health.outboxMinutes',
  schema: z.number().min(0.5).max(1_440),
  default: 2,
  label: 'Alarm when events wait longer than',
  help: 'Mails, invoices and exports follow events; a waiting event means the worker does not work.',
  editor: { kind: 'duration', unit: 'minutes' },
})

export const diskPercent = defineSetting({
  ...common,
  key: 'health.diskPercent',
  schema: z.int().min(10).max(99),
  default: 80,
  label: 'Alarm when the disk is fuller than',
  help: 'A database on a full disk stops.',
  editor: { kind: 'number', unit: '%' },
})

export const backupHours = defineSetting({
  ...common,
  key: 'health.backupHours',
  schema: z.number().min(1).max(720),
  default: 26,
  label: 'Alarm when the newest backup is older than',
  help: 'A day and two hours leave a nightly backup some time to finish.',
  editor: { kind: 'duration', unit: 'hours' },
})

export const healthSettings = [outboxMinutes, diskPercent, backupHours]
