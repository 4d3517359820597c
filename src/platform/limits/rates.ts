import { env } from '@/platform/env'

/** So many requests in so many seconds. */
export interface Rate {
  points: number
  seconds: number
}

/** What is counted apart (6.5). `general` and `burst` count every request of a person, the others some of them as well. */
export const RATE_CLASSES = [
  'general',
  'burst',
  'anonymous',
  'login',
  'recovery',
  'account',
  'search',
  'stream',
  'export',
  'upload',
  'megabytes',
] as const

export type RateClass = (typeof RATE_CLASSES)[number]

const HOUR = 3_600

const DEFAULTS: Record<RateClass, Rate> = {
  general: { points: 1_000, seconds: HOUR },
  burst: { points: 60, seconds: 10 },
  anonymous: { points: 1_000, seconds: HOUR },
  login: { points: 20, seconds: 60 },
  recovery: { points: 20, seconds: HOUR },
  account: { points: 5, seconds: HOUR },
  search: { points: 120, seconds: 60 },
  stream: { points: 60, seconds: 60 },
  export: { points: 20, seconds: HOUR },
  upload: { points: 60, seconds: HOUR },
  megabytes: { points: 500, seconds: 24 * HOUR },
}

/** The figures of this installation: the defaults with what RATE_LIMITS says instead. */
export const RATES: Readonly<Record<RateClass, Rate>> = { ...DEFAULTS, ...parseRates(env.RATE_LIMITS ?? '') }

/** Reads `general:1000/3600,burst:60/10` (requests/seconds). Throws a sentence for an entry of another form. */
export function parseRates(text: string): Partial<Record<RateClass, Rate>> {
  const entries = text.split(',').filter((one) => one.trim() !== '')
  return Object.fromEntries(entries.map(parseEntry))
}

function parseEntry(entry: string): [RateClass, Rate] {
  const [, name = '', points, seconds] = /^\s*([a-z]+):(\d{1,9})\/(\d{1,7})\s*$/.exec(entry) ?? []
  const known = RATE_CLASSES.find((one) => one === name)
  if (!known)
    throw new Error(`RATE_LIMITS holds entries like general:1000/3600; there are: ${RATE_CLASSES.join(', ')}.`)
  return [known, { points: Number(points), seconds: Number(seconds) }]
}
