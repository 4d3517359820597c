import { z } from 'zod'
import { WEEK } from './week'

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: 'is a time like 08:30' })
const Span = z
  .strictObject({ from: Time, to: Time })
  .refine(({ from, to }) => from < to, { error: 'Closing must be after opening; a night is two spans.' })
const DayHours = z
  .array(Span)
  .max(4)
  .refine((spans) => spans.every((span, index) => index === 0 || (spans[index - 1]?.to ?? '') <= span.from), {
    error: 'The spans of a day must not overlap and stand in order.',
  })

/** Opening hours of a week in the organization's zone: up to four spans a day, none means closed. */
export const WeekHours = z.strictObject({
  ...{ monday: DayHours, tuesday: DayHours, wednesday: DayHours, thursday: DayHours },
  ...{ friday: DayHours, saturday: DayHours, sunday: DayHours },
})
export type WeekHours = z.output<typeof WeekHours>

/** Monday to Friday from one time to another. */
export function workWeek(from: string, to: string): WeekHours {
  const open = [{ from, to }]
  return { monday: open, tuesday: open, wednesday: open, thursday: open, friday: open, saturday: [], sunday: [] }
}

/** Whether it is open at an instant, as a wall clock in the zone shows it. */
export function isOpenAt(hours: WeekHours, now: Date, zone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  const day = WEEK.find((one) => one === part('weekday').toLowerCase())
  const time = `${part('hour')}:${part('minute')}`
  return day !== undefined && hours[day].some(({ from, to }) => from <= time && time < to)
}
