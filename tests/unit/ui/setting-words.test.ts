import { describe, expect, test } from '@jest/globals'

import { changed, rowsOf } from '@/components/admin/fields/rows'
import { valueWords } from '@/components/settings/value-words'
import { workWeek } from '@/kernel/hours'

describe('settings in words', () => {
  test('each kind of value reads as a person would say it; an empty one says nothing', () => {
    expect(valueWords(true, null)).toEqual(['On'])
    expect(valueWords('', null)).toEqual([])
    expect(valueWords(1500, { kind: 'duration', unit: 'minutes' }, 'en-US')).toEqual(['1 day 1 hour'])
    expect(valueWords('best-price', { kind: 'choice', labels: {} })).toEqual(['Best price'])
    expect(valueWords({ line1: '1 Main St', city: 'Elkhart', line2: '' }, { kind: 'fields', labels: { line1: 'Street', line2: 'Addition', city: 'City' } })).toEqual(['1 Main St', 'Elkhart'])
  })

  test('days in a row with the same hours are one line', () => {
    expect(valueWords(workWeek('09:00', '17:00'), { kind: 'hours' })).toEqual(['Monday – Friday: 09:00 – 17:00', 'Saturday – Sunday: Closed'])
  })
})

describe('structured values as rows', () => {
  test.each([
    [['Red', 'Blue'], 'list' as const],
    [{ Colour: 'Red' }, 'map' as const],
    [[{ unit: 'CASE', factor: '12' }], ['unit', 'factor']],
  ])('%j comes back as it was', (value, kind) => {
    expect(changed(rowsOf(value, kind), kind)).toEqual(value)
  })

  test('no row is no value, and what is of another kind has no rows', () => {
    expect(changed([], 'list')).toBeNull()
    expect(rowsOf('text', 'map')).toEqual([])
    expect(rowsOf({ a: 1 }, 'list')).toEqual([])
  })
})
