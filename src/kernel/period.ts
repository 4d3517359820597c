import { z } from 'zod'

import { refuse } from './errors'

/** Calendar day in some stated zone, "2026-07-01"; days compare as text. */
export type Day = string

/** Half-open range of days [from, to): `to` is the first day it no longer holds; null means without end. */
export type DayRange = { readonly from?: Day | null; readonly to?: Day | null }

const DAY_MS = 86_400_000

/** A day that exists in the calendar, as "YYYY-MM-DD". */
export const DayInput = z.string().refine(isDay, { error: 'must be a day like 2026-07-01' })

/** An IANA zone this runtime knows, for example "Asia/Kolkata". */
export const ZoneInput = z.string().refine(isZone, { error: 'must be a time zone like America/New_York' })

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text
}

export function isZone(zone: string): boolean {
  try {
    return Boolean(clock(zone))
  } catch {
    return false
  }
}

/** The calendar day an instant falls on in a zone. Refuses an unknown zone with INPUT_INVALID. */
export function businessDay(instant: Date, zone: string): Day {
  const parts = partsOf(instant.getTime(), zone)
  return dayOf(Date.UTC(parts.year, parts.month - 1, parts.day))
}

/** What a clock in a zone shows at an instant: "2026-07-01 16:05:09". Refuses an unknown zone with INPUT_INVALID. */
export function clockText(instant: Date, zone: string): string {
  const { hour, minute, second } = partsOf(instant.getTime(), zone)
  return `${businessDay(instant, zone)} ${[hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')}`
}

/** The day `days` later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(day) + days * DAY_MS)
}

/** Number of days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** True when a document due on `dueOn` is late today; on the due day itself it is not. */
export function isOverdue(dueOn: Day, today: Day): boolean {
  return dueOn < today
}

/** True when the day lies in the half-open range. */
export function isWithin(range: DayRange, day: Day): boolean {
  return (!range.from || range.from <= day) && (!range.to || day < range.to)
}

/** True when two half-open ranges share a day. */
export function isOverlapping(left: DayRange, right: DayRange): boolean {
  return startsBefore(left, right) && startsBefore(right, left)
}

/** The first instant of a day in a zone, right also on days where clocks change at midnight. */
export function dayStart(day: Day, zone: string): Date {
  const utc = Date.parse(day)
  // The zone's offset a day before and a day after brackets every change of clocks around midnight.
  const candidates = [utc - DAY_MS, utc + DAY_MS].map((near) => utc - offset(near, zone)).sort((a, b) => a - b)
  const first = candidates.find((at) => businessDay(new Date(at), zone) >= day)
  return new Date(first ?? candidates[1] ?? utc)
}

function startsBefore(left: DayRange, right: DayRange): boolean {
  return !left.from || !right.to || left.from < right.to
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(zone, made)
  return made
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'

function partsOf(ms: number, zone: string): Record<Part, number> {
  if (!isZone(zone)) return refuse('INPUT_INVALID', { reason: `"${zone}" is not a known time zone.` })
  const found = clock(zone).formatToParts(ms)
  const read = (type: Part): number => Number(found.find((part) => part.type === type)?.value)
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  }
}

function offset(ms: number, zone: string): number {
  const at = partsOf(ms, zone)
  return Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second) - Math.floor(ms / 1000) * 1000
}
