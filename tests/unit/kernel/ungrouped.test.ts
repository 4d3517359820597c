import { describe, expect, it } from '@jest/globals'

import { ungrouped } from '@/kernel/ungrouped'

describe('numbers with commas between groups', () => {
  it.each([
    ['1,250.50', '1250.50'],
    ['1,00,000', '100000'],
    ['-12,500', '-12500'],
    [' 12.5 ', '12.5'],
    ['7', '7'],
  ])('reads %s', (text, plain) => expect(ungrouped(text)).toBe(plain))

  it.each(['12,5', '1,25', ',500', '1,,000', '12,50.5', '1.250,00'])('leaves %s as it is, to be refused', (text) => expect(ungrouped(text)).toBe(text))
})
