import type { SecurityEventView } from '@/domain/core/security/queries'

export const SEVERITY_TONES = { low: 'neutral', medium: 'warning', high: 'danger', critical: 'danger' } as const

/** The tabs of the events. */
export const SHOWN_STATES = [
  { key: 'waiting', label: 'Waiting', status: 'waiting' },
  { key: 'resolved', label: 'Resolved', status: 'resolved' },
  { key: 'all', label: 'All', status: undefined },
] as const

/** Who it was, as far as anybody knows. */
export function whoOf({ personName, account }: Pick<SecurityEventView, 'personName' | 'account'>): string {
  return personName ?? account ?? 'Somebody unknown'
}
