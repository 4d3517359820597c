import fc from 'fast-check'

import { allocate, cumulativeShare, roundTogether } from '@/kernel/allocate'
import {
  addMoney,
  compareMoney,
  money,
  negateMoney,
  priceTimesQuantity,
  rateOf,
  roundHalfAwayFromZero,
  subtractMoney,
  sumMinor,
} from '@/kernel/money'
import { fromMillionths, quantity } from '@/kernel/quantity'

import { refusal } from './refusal'

const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('money', () => {
  it('adds, subtracts, negates and compares amounts of one currency', () => {
    const [ten, three] = [money(1000, 'USD'), money(300, 'USD')]
    expect(addMoney(ten, three)).toEqual({ minor: 1300, currency: 'USD' })
    expect(subtractMoney(ten, three).minor).toBe(700)
    expect(Object.is(negateMoney(money(0, 'USD')).minor, 0)).toBe(true)
    expect([compareMoney(ten, three), compareMoney(three, ten), compareMoney(ten, ten)]).toEqual([1, -1, 0])
  })

  it('refuses to mix currencies', () => {
    expect(refusal(() => addMoney(money(1, 'USD'), money(1, 'INR'))).code).toBe('CURRENCY_MIXED')
    expect(refusal(() => compareMoney(money(1, 'USD'), money(1, 'INR'))).code).toBe('CURRENCY_MIXED')
  })

  it('refuses amounts a number cannot hold exactly', () => {
    expect(refusal(() => money(0.5, 'USD')).code).toBe('AMOUNT_TOO_LARGE')
    expect(refusal(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).code).toBe('AMOUNT_TOO_LARGE')
    const huge = () => priceTimesQuantity(9_000_000_000_000_000, quantity('9000000000'), 'USD')
    expect(refusal(huge).code).toBe('AMOUNT_TOO_LARGE')
  })

  it('rounds price times quantity once, half away from zero', () => {
    expect(priceTimesQuantity(1_005_000, quantity(1), 'USD')).toBe(101)
    expect(priceTimesQuantity(-1_005_000, quantity(1), 'USD')).toBe(-101)
    expect(priceTimesQuantity(1_234_500, quantity('2.3'), 'USD')).toBe(284)
    expect(priceTimesQuantity(1_500_000, quantity(1), 'JPY')).toBe(2)
    expect(priceTimesQuantity(1_234_500, quantity(1), 'KWD')).toBe(1235)
    expect([rateOf(333, 190_000), rateOf(-150, 30_000), rateOf(150, 30_000)]).toEqual([63, -5, 5])
  })

  it('rounds symmetrically around zero', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 24n), 10n ** 24n), fc.bigInt(1n, 10n ** 15n), (top, bottom) => {
        const rounded = roundHalfAwayFromZero(top, bottom)
        const error = 2n * (rounded * bottom - top)
        expect(error <= bottom && error >= -bottom).toBe(true)
        expect(roundHalfAwayFromZero(-top, bottom)).toBe(-rounded)
        expect(roundHalfAwayFromZero(top, -bottom)).toBe(-rounded)
      }),
    )
  })
})

describe('F12 splits in currency decimals', () => {
  it('F12 splits JPY 100 and KWD 10.000 in three, the first part gets the rest', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333])
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  })

  it('F12 gives the rest to the smallest line id, whatever the order of the lines', () => {
    expect(allocate(100, [1, 1, 1], ['c', 'a', 'b'])).toEqual([33, 34, 33])
  })

  it('V9 splits 100.00 over three equal weights as 33.34, 33.33, 33.33', () => {
    expect(allocate(10_000, [5, 5, 5])).toEqual([3334, 3333, 3333])
  })

  it('splits equally when every weight is zero, and nothing over no parts', () => {
    expect(allocate(100, [0, 0, 0])).toEqual([34, 33, 33])
    expect(allocate(100, [])).toEqual([])
  })

  it('F12 never loses a cent and stays within one cent of the exact share', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
        (minor, weights) => {
          const parts = allocate(minor, weights)
          expect(sum(parts)).toBe(minor)
          const all = sum(weights)
          if (all > 0)
            parts.forEach((part, i) => expect(Math.abs(part - (minor * weights[i]!) / all)).toBeLessThan(1 + 1e-6))
          expect(parts.map((part) => (part === 0 ? 0 : part))).toEqual(
            allocate(-minor, weights).map((part) => (part === 0 ? 0 : -part)),
          )
        },
      ),
    )
  })

  it('never loses a cent with weights of both signs', () => {
    fc.assert(
      fc.property(cents, fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (minor, weights) => {
        expect(sum(allocate(minor, weights))).toBe(minor)
      }),
    )
  })
})

describe('cumulative splits', () => {
  it('S7 spreads 10.00 over three equal shipments as 3.33, 3.33, 3.34', () => {
    const shares = [0n, 1n, 2n].map((done) => cumulativeShare({ total: 1000, done, now: 1n, all: 3n }))
    expect(shares).toEqual([333, 333, 334])
  })

  it('S7 sums to the whole however the parts are cut', () => {
    fc.assert(
      fc.property(cents, fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 30 }), (total, parts) => {
        const all = parts.reduce((a, b) => a + b, 0n)
        let done = 0n
        let given = 0
        for (const now of parts) {
          given += cumulativeShare({ total, done, now, all })
          done += now
        }
        expect(given).toBe(all === 0n ? 0 : total)
      }),
    )
  })

  it('X1 rounds parts so that they sum to the rounded whole', () => {
    expect(roundTogether([6327n, 6327n, 6327n], 100n)).toEqual({ sum: 190, parts: [64, 63, 63] })
    expect(roundTogether([50n, 50n], 100n)).toEqual({ sum: 1, parts: [0, 1] })
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(-(10n ** 12n), 10n ** 12n), { maxLength: 20 }),
        fc.bigInt(1n, 10n ** 9n),
        (tops, bottom) => {
          const { sum: whole, parts } = roundTogether(tops, bottom)
          expect(sum(parts)).toBe(whole)
        },
      ),
    )
  })
})

describe('quantities in prices', () => {
  it('agrees with exact arithmetic for any price and quantity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.bigInt(0n, 10n ** 9n), (price, millionths) => {
        const exact = (BigInt(price) * millionths) / 10n ** 10n
        const rounded = BigInt(priceTimesQuantity(price, fromMillionths(millionths), 'USD'))
        expect(rounded - exact === 0n || rounded - exact === 1n).toBe(true)
      }),
    )
  })
})
