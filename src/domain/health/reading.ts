import type { DoctorRun } from '@/domain/health/queries'

export type State = 'ok' | 'warn' | 'bad'

/** One line of the health page. */
export interface Reading {
  key: string
  label: string
  state: State
  /** The figure, in words. */
  value: string
  /** What the figure means. */
  means: string
  /** What to do about it; null while all is well. */
  todo: string | null
  /** Somebody is told when it turns bad. */
  rings: boolean
}

/** Figures at which alarms ring. */
export interface Thresholds {
  outboxMinutes: number
  diskPercent: number
  backupHours: number
}

/** Figures of the rows of one tree. */
export interface TreeFacts {
  outbox: { waiting: number; since: Date | null }
  mails: { pending: number; failed: number; sent: number }
  failedJobs: number
  doctor: DoctorRun | null
  thresholds: Thresholds
}

type Parts = Omit<Reading, 'todo' | 'rings'> & { todo: string; rings?: boolean }

/** A reading; what is well needs no advice. */
export function reading({ rings = false, todo, ...rest }: Parts): Reading {
  return { ...rest, rings, todo: rest.state === 'ok' ? null : todo }
}

/** A reading of something that did not answer. */
export function unknown(key: string, label: string, todo: string): Reading {
  return {
    key,
    label,
    state: 'bad',
    value: 'It does not answer',
    means: 'It could not be measured just now.',
    todo,
    rings: false,
  }
}

/** A time span in words: 90 minutes, 2 days. */
export function spoken(seconds: number): string {
  const found = SPANS.find(([, from]) => seconds >= from) ?? SPANS[3]
  const [unit, , length] = found
  const n = Math.round(seconds / length)
  return `${n} ${unit}${n === 1 ? '' : 's'}`
}

// The unit, from how many seconds on it is used, its length in seconds.
const SPANS = [
  ['day', 172_800, 86_400],
  ['hour', 5_400, 3_600],
  ['minute', 90, 60],
  ['second', 0, 1],
] as const

/** Bytes in words: 12 MB. */
export function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1_000 ** power
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power] ?? ''}`
}

/** The worst of several states. */
export function worst(readings: readonly { state: State }[]): State {
  const states = new Set(readings.map(({ state }) => state))
  return states.has('bad') ? 'bad' : states.has('warn') ? 'warn' : 'ok'
}
