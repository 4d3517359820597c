import type { AuditWish } from '@/domain/core/queries/audit'

/** The named actions of the log as a person picks them. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  LOGIN: 'Signed in',
  LOGIN_FAILED: 'Sign-in failed',
  LOGOUT: 'Sessions ended',
  PASSWORD_CHANGE: 'Password changed',
  PASSWORD_RESET: 'Password reset',
  USER_CREATE: 'People invited',
  USER_UPDATE: 'People changed',
  USER_DELETE: 'People removed',
  ROLE_CHANGE: 'Roles changed',
  VEHICLE_CREATE: 'Products created',
  VEHICLE_UPDATE: 'Products changed',
  VEHICLE_DELETE: 'Products deleted',
  BOOKING_CREATE: 'Orders placed',
  BOOKING_UPDATE: 'Orders changed',
  BOOKING_CANCEL: 'Orders cancelled',
  BOOKING_STATUS_CHANGE: 'Orders moved on',
  PAYMENT_PROCESS: 'Payments recorded',
  PAYMENT_REFUND: 'Payments reversed, credits',
  SETTINGS_UPDATE: 'Settings changed',
}

export const OUTCOME_WORDS = { success: 'Done', failure: 'Refused or failed', pending: 'Begun' } as const
export const OUTCOME_TONES = { success: 'success', failure: 'danger', pending: 'warning' } as const

type Search = Readonly<Record<string, string | string[] | undefined>>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const DAY = /^\d{4}-\d\d-\d\d$/

/** What the address of an audit page asks for, as text; anything malformed counts as not asked. */
export interface AskedAudit {
  q?: string | undefined
  action?: string | undefined
  outcome?: string | undefined
  actor?: string | undefined
  organization?: string | undefined
  type?: string | undefined
  subject?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Reads the address. */
export function askedOf(search: Search): AskedAudit {
  const of = (name: string, isFit: (value: string) => boolean) => {
    const value = search[name]
    return typeof value === 'string' && isFit(value.trim()) ? value.trim() : undefined
  }
  const isId = (value: string) => UUID.test(value)
  return {
    q: of('q', (value) => value.length >= 2 && value.length <= 120),
    action: of('action', (value) => value in ACTION_WORDS),
    outcome: of('outcome', (value) => value in OUTCOME_WORDS),
    actor: of('actor', isId),
    organization: of('organization', isId),
    type: of('type', (value) => /^[a-z-]{2,40}$/.test(value)),
    subject: of('subject', isId),
    from: of('from', isDay),
    to: of('to', isDay),
  }
}

/** The query behind it; days are days of UTC, the last one included. */
export function wishOf({ type, from, to, ...asked }: AskedAudit, cursor: string | undefined, limit: number): AuditWish {
  return {
    ...asked,
    subjectType: type,
    from: from && `${from}T00:00:00Z`,
    to: to && `${nextDay(to)}T00:00:00Z`,
    cursor: cursor && /^\d{1,15}$/.test(cursor) ? Number(cursor) : undefined,
    limit,
  }
}

/** `audit?actor=…`: the same search with some parts changed; null takes a part out. */
export function withParts(path: string, asked: AskedAudit, parts: { [K in keyof AskedAudit]?: string | null } & { after?: string }): string {
  const all = Object.entries({ ...asked, ...parts }).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return all.length === 0 ? path : `${path}?${new URLSearchParams(all).toString()}`
}

function isDay(value: string): boolean {
  return DAY.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
