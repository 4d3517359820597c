import { describe, expect, test } from '@jest/globals'
import { decimalOf, partsOf } from '@/components/admin/fields/scaled'

describe('prices and rates as people write them', () => {
  test.each([
    [177_995_000, 6, '177.995'],
    [72_500, 4, '7.25'],
    [190_000, 4, '19'],
    [5, 6, '0.000005'],
    [-12_500, 4, '-1.25'],
    [0, 6, '0'],
  ])('%d parts with %d decimals are %s, and back', (parts, decimals, text) => {
    expect(decimalOf(parts, decimals)).toBe(text)
    expect(partsOf(text, decimals)).toBe(parts)
  })

  test.each(['12,5', '1.2345678', 'abc', '1e3', '--1', '.5', '9999999999999'])('%s is no price', (text) => expect(partsOf(text, 6)).toBeUndefined())

  test('nothing is nothing, and a point may end a number that is still being written', () => {
    expect([partsOf(' ', 6), partsOf('12.', 6), decimalOf(null, 6)]).toEqual([null, 12_000_000, ''])
  })
})
