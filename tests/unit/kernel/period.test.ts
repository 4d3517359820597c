import fc from 'fast-check'

import {
  addDays,
  businessDay,
  DayInput,
  daysBetween,
  dayStart,
  isDay,
  isOverdue,
  isOverlapping,
  isWithin,
  isZone,
  ZoneInput,
} from '@/kernel/period'

import { refusal } from './refusal'

describe('period', () => {
  it('S14 F15 reads the business day in the stated zone', () => {
    expect(businessDay(new Date('2026-07-01T03:59:59Z'), 'America/New_York')).toBe('2026-06-30')
    expect(businessDay(new Date('2026-07-01T04:00:00Z'), 'America/New_York')).toBe('2026-07-01')
    expect(businessDay(new Date('2026-03-31T20:00:00Z'), 'Asia/Kolkata')).toBe('2026-04-01')
    expect(refusal(() => businessDay(new Date(0), 'Mars/Olympus')).code).toBe('INPUT_INVALID')
  })

  it('is overdue from the day after', () => {
    expect([isOverdue('2026-06-30', '2026-06-30'), isOverdue('2026-06-30', '2026-07-01')]).toEqual([false, true])
  })

  it('counts days across months and leap years', () => {
    expect([addDays('2024-02-28', 1), addDays('2026-12-31', 1), addDays('2026-03-01', -1)]).toEqual([
      '2024-02-29',
      '2027-01-01',
      '2026-02-28',
    ])
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31)
  })

  it('treats ranges as half-open', () => {
    const june = { from: '2026-06-01', to: '2026-07-01' }
    expect([
      isWithin(june, '2026-06-01'),
      isWithin(june, '2026-06-30'),
      isWithin(june, '2026-07-01'),
      isWithin({}, '1999-01-01'),
    ]).toEqual([true, true, false, true])
    expect(isOverlapping(june, { from: '2026-07-01', to: null })).toBe(false)
    expect(isOverlapping(june, { from: null, to: '2026-06-02' })).toBe(true)
  })

  it.each([
    ['2026-07-01', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-04-01', 'Asia/Kolkata', '2026-03-31T18:30:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('finds the first instant of %s in %s', (day, zone, instant) => {
    expect(dayStart(day, zone).toISOString()).toBe(instant)
  })

  it('starts a day exactly where the business day changes, in any zone', () => {
    const zones = [
      'America/New_York',
      'Asia/Kolkata',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
      'Africa/Cairo',
      'UTC',
    ]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12_000 }), fc.constantFrom(...zones), (offset, zone) => {
        const day = addDays('2000-01-01', offset)
        const start = dayStart(day, zone)
        expect(businessDay(start, zone)).toBe(day)
        expect(businessDay(new Date(start.getTime() - 1), zone) < day).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('validates days and zones', () => {
    expect(['2026-02-28', '2026-02-30', '2026-1-1', 'x'].map(isDay)).toEqual([true, false, false, false])
    expect(['UTC', 'Asia/Kolkata', 'Nowhere', ''].map(isZone)).toEqual([true, true, false, false])
    expect([DayInput.safeParse('2026-13-01').success, ZoneInput.safeParse('Europe/Paris').success]).toEqual([
      false,
      true,
    ])
  })
})
