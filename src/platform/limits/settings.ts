import { z } from 'zod'
import { defineSetting, type Setting } from '@/kernel/setting'
import { RATES, type RateClass } from '@/platform/limits/rates'

const GROUP = { group: 'Limits', page: 'security', write: 'policy.write' } as const

export const generalPerHour = figure(
  'limits.generalPerHour',
  'general',
  'Requests per hour',
  'By each person and each API key, whatever they ask for.',
)
export const burstPerTenSeconds = figure(
  'limits.burstPerTenSeconds',
  'burst',
  'Requests in ten seconds',
  'How fast a person or an API key may ask.',
)
export const searchesPerMinute = figure(
  'limits.searchesPerMinute',
  'search',
  'Searches per minute',
  'By each person and each API key.',
)
export const exportsPerHour = figure(
  'limits.exportsPerHour',
  'export',
  'Exports per hour',
  'Exports, reports and PDFs, by each person and each API key.',
)
export const uploadsPerHour = figure(
  'limits.uploadsPerHour',
  'upload',
  'Uploads per hour',
  'By each person and each API key.',
)
export const uploadedPerDay = figure(
  'limits.uploadedPerDay',
  'megabytes',
  'Megabytes uploaded per day',
  'By each person and each API key.',
)

export const exportsAtOnce = defineSetting({
  ...GROUP,
  key: 'limits.exportsAtOnce',
  schema: z.int().min(1).max(100),
  default: 2,
  label: 'Exports at the same time',
  help: 'Of the whole organization; one more is refused until one of them is done. The headquarters is not limited.',
})

/** The setting behind a figure that organizations have. Sign-in and recovery protect the installation: RATE_LIMITS sets them. */
export const SETTING_OF: Partial<Record<RateClass, Setting<z.ZodInt>>> = {
  general: generalPerHour,
  burst: burstPerTenSeconds,
  search: searchesPerMinute,
  export: exportsPerHour,
  upload: uploadsPerHour,
  megabytes: uploadedPerDay,
}

export const limitSettings: readonly Setting[] = [
  generalPerHour,
  burstPerTenSeconds,
  searchesPerMinute,
  exportsPerHour,
  exportsAtOnce,
  uploadsPerHour,
  uploadedPerDay,
]

function figure(key: string, name: RateClass, label: string, help: string): Setting<z.ZodInt> {
  return defineSetting({
    ...GROUP,
    key,
    label,
    help,
    schema: z.int().min(1).max(1_000_000_000),
    default: RATES[name].points,
  })
}
