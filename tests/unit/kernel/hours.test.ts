import { describe, expect, test } from '@jest/globals'

import { isOpenAt, WeekHours, workWeek } from '@/kernel/hours'

describe('opening hours', () => {
  const hours = workWeek('09:00', '17:00')

  test('a shop is open by the wall clock of its zone, until the closing minute', () => {
    expect(isOpenAt(hours, new Date('2026-11-20T14:00:00Z'), 'America/New_York')).toBe(true)
    expect(isOpenAt(hours, new Date('2026-11-20T13:59:00Z'), 'America/New_York')).toBe(false)
    expect(isOpenAt(hours, new Date('2026-11-20T22:00:00Z'), 'America/New_York')).toBe(false)
    expect(isOpenAt(hours, new Date('2026-11-21T15:00:00Z'), 'America/New_York')).toBe(false)
  })

  test('closing before opening, overlaps and impossible times are refused', () => {
    const of = (monday: object[]) => WeekHours.safeParse({ ...hours, monday }).success
    expect(of([{ from: '08:00', to: '12:00' }, { from: '13:00', to: '24:00' }])).toBe(true)
    expect(of([{ from: '17:00', to: '09:00' }])).toBe(false)
    expect(of([{ from: '08:00', to: '12:00' }, { from: '11:00', to: '15:00' }])).toBe(false)
    expect(of([{ from: '8:00', to: '25:00' }])).toBe(false)
  })
})
