import fc from 'fast-check'

import {
  addQuantity,
  compareQuantity,
  fitsDecimals,
  formatQuantity,
  fromMillionths,
  isWhole,
  negateQuantity,
  quantity,
  QuantityInput,
  QuantityOrZeroInput,
  SignedQuantityInput,
  smallerQuantity,
  subtractQuantity,
  sumQuantities,
  timesFactor,
  toText,
  ZERO,
} from '@/kernel/quantity'

import { refusal } from './refusal'

const anyQuantity = fc.bigInt(-9_000_000_000_000_000n, 9_000_000_000_000_000n).map(fromMillionths)

describe('quantity', () => {
  it('reads text and numbers exactly', () => {
    expect([quantity('2.5'), quantity(2.5), quantity('-0.000001'), quantity('0.1')]).toEqual([
      2_500_000n,
      2_500_000n,
      -1n,
      100_000n,
    ])
    expect(quantity('9000000000')).toBe(9_000_000_000_000_000n)
  })

  it.each([
    '',
    ' 1',
    '1e3',
    'NaN',
    'Infinity',
    '1.0000001',
    '1,5',
    '.5',
    '5.',
    '+1',
    '0x10',
    '9000000000.000001',
    NaN,
    1e-7,
    1e21,
    Infinity,
  ])('refuses %p', (value) => expect(refusal(() => quantity(value)).code).toBe('INPUT_INVALID'))

  it('writes the shortest text and reads it back', () => {
    expect([toText(quantity('2.500')), toText(ZERO), toText(quantity('-0.5'))]).toEqual(['2.5', '0', '-0.5'])
    expect(formatQuantity(quantity('1250.5'))).toBe('1,250.5')
    fc.assert(fc.property(anyQuantity, (value) => expect(quantity(toText(value))).toBe(value)))
  })

  it('adds, subtracts and sums inside its limits', () => {
    expect(addQuantity(quantity('0.1'), quantity('0.2'))).toBe(quantity('0.3'))
    expect(subtractQuantity(quantity(1), quantity(3))).toBe(negateQuantity(quantity(2)))
    expect(sumQuantities([quantity(1), quantity('0.5')])).toBe(quantity('1.5'))
    expect(smallerQuantity(quantity(2), quantity(1))).toBe(quantity(1))
    expect([
      compareQuantity(quantity(1), quantity(2)),
      compareQuantity(quantity(2), quantity(1)),
      compareQuantity(ZERO, ZERO),
    ]).toEqual([-1, 1, 0])
    expect(refusal(() => addQuantity(quantity('9000000000'), quantity(1))).code).toBe('INPUT_INVALID')
  })

  it('multiplies by a factor only when the result is exact', () => {
    expect(timesFactor(quantity('2.3'), quantity(12))).toBe(quantity('27.6'))
    expect(refusal(() => timesFactor(quantity('0.000001'), quantity('0.5'))).code).toBe('INPUT_INVALID')
  })

  it('knows how many decimals a quantity needs', () => {
    expect([
      fitsDecimals(quantity('2.35'), 1),
      fitsDecimals(quantity('2.35'), 2),
      fitsDecimals(quantity('-2'), 0),
    ]).toEqual([false, true, true])
    expect([isWhole(quantity('2')), isWhole(quantity('2.3'))]).toEqual([true, false])
  })

  it('accepts text and JSON numbers as input, with the sign the place allows', () => {
    expect([QuantityInput.parse('2.5'), QuantityInput.parse(2.5)]).toEqual([2_500_000n, 2_500_000n])
    expect([QuantityOrZeroInput.parse(0), SignedQuantityInput.parse('-3')]).toEqual([0n, -3_000_000n])
    const wrong = [
      QuantityInput.safeParse(0),
      QuantityInput.safeParse('-1'),
      QuantityOrZeroInput.safeParse(-1),
      QuantityInput.safeParse('1e2'),
      QuantityInput.safeParse(null),
      QuantityInput.safeParse(NaN),
    ]
    expect(wrong.map((result) => result.success)).toEqual([false, false, false, false, false, false])
    expect(QuantityInput.safeParse('x').error?.issues[0]?.message).toBe(
      'must be a quantity with up to six decimals, for example 2.5',
    )
  })
})
